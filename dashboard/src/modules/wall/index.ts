import { defineModule } from '../../ui/define-module.ts';
import { wallEn } from './wall.en.ts';
import { wallZh } from './wall.zh.ts';

/** The wall, and the links that open it. */
export const wallModule = defineModule({
  id: 'wall',
  menu: { route: 'wall-links' },
  needs: 'wall.read',
  routes: [
    {
      path: '/wall',
      name: 'wall',
      component: () => import('./WallPage.vue'),
      meta: { title: 'wall.title', open: true, bare: true },
    },
    {
      path: '/wall-links',
      name: 'wall-links',
      component: () => import('./WallLinksPage.vue'),
      meta: { title: 'wall.links.title' },
    },
  ],
  texts: { zh: wallZh, en: wallEn },
});
