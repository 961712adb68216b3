import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';
import { modules } from '../modules/index.ts';
import { useSession } from './session.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** The action the viewer needs. */
    needs?: string;
    /** Open to those who are not signed in. */
    open?: boolean;
    /** Key of the page's title. */
    title?: string;
  }
}

const routes: RouteRecordRaw[] = [
  ...modules.flatMap(module =>
    module.routes.map((route): RouteRecordRaw => ({
      ...route,
      meta: { ...(module.needs ? { needs: module.needs } : {}), ...route.meta },
    })),
  ),
  { path: '/no-grant', name: 'no-grant', component: () => import('./NoGrantPage.vue') },
  { path: '/:rest(.*)*', name: 'missing', component: () => import('./MissingPage.vue') },
];

/** The router of the module list: closed to strangers, and to viewers without the action a page needs. */
export function createHubRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });
  router.beforeEach(async to => {
    const session = useSession();
    if (!session.viewer) await session.load();
    if (session.failed || to.meta.open) return true;
    if (!session.signedIn)
      return { name: 'sign-in', query: to.fullPath === '/' ? {} : { next: to.fullPath } };
    if (session.viewer?.mustChangePassword && to.name !== 'password') return { name: 'password' };
    if (session.may(to.meta.needs)) return true;
    const first = modules.find(module => module.menu && session.may(module.needs))?.menu;
    return to.name === 'home' && first ? { name: first.route } : { name: 'no-grant' };
  });
  return router;
}
