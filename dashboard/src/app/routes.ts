import type { RouteRecordRaw } from 'vue-router';
import { modules } from '../modules/index.ts';

/** Every page there is: those of the modules, and the two for who is turned away or lost. A test goes through all of them. */
export const routes: readonly RouteRecordRaw[] = [
  ...modules.flatMap(module =>
    module.routes.map((route): RouteRecordRaw => ({
      ...route,
      meta: {
        ...(module.needs ? { needs: module.needs } : {}),
        ...(module.except ? { except: module.except } : {}),
        ...route.meta,
      },
    })),
  ),
  { path: '/no-grant', name: 'no-grant', component: () => import('./NoGrantPage.vue') },
  { path: '/:rest(.*)*', name: 'missing', component: () => import('./MissingPage.vue') },
];
