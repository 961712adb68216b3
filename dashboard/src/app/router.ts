import {
  createRouter,
  createWebHistory,
  type LocationQueryRaw,
  type RouteLocationNormalized,
  type Router,
} from 'vue-router';
import { modules } from '../modules/index.ts';
import { routes } from './routes.ts';
import { useSession } from './session.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** The action the viewer needs. */
    needs?: string;
    /** Roles that have nothing to see there. */
    except?: readonly string[];
    /** Open to those who are not signed in. */
    open?: boolean;
    /** Stands alone, without the shell, and finds out by itself who looks at it. */
    bare?: boolean;
    /** Key of the page's title. */
    title?: string;
  }
}

/** Where somebody is led who has something to do before anything else. */
const stepPages = { PASSWORD: 'password', ENROLMENT: 'enrolment', SECOND_FACTOR: 'second-factor' } as const;

/** The page that was asked for, to be gone to afterwards; a step carries on what the one before was given. */
function nextOf(to: RouteLocationNormalized): LocationQueryRaw {
  if (Object.values<unknown>(stepPages).includes(to.name))
    return to.query['next'] ? { next: to.query['next'] } : {};
  return to.fullPath === '/' ? {} : { next: to.fullPath };
}

/** The router of the module list: closed to strangers, and to viewers without the action a page needs. */
export function createHubRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });
  router.beforeEach(async to => {
    if (to.meta.bare) return true;
    const session = useSession();
    if (!session.viewer) await session.load();
    if (session.failed || to.meta.open) return true;
    if (!session.signedIn) return { name: 'sign-in', query: nextOf(to) };
    const step = session.viewer?.next && stepPages[session.viewer.next];
    if (step && to.name !== step) return { name: step, query: nextOf(to) };
    if (session.enters(to.meta)) return true;
    const first = modules.find(module => module.menu && session.enters(module))?.menu;
    return to.name === 'home' && first ? { name: first.route } : { name: 'no-grant' };
  });
  return router;
}
