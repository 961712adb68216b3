import { defineModule } from '../../ui/define-module.ts';
import { exploreEn } from './explore.en.ts';
import { exploreZh } from './explore.zh.ts';

/** Any figure × dimension × period, as a table or a picture; and the views people keep. */
export const exploreModule = defineModule({
  id: 'explore',
  menu: { route: 'explore' },
  needs: 'metric.read',
  routes: [
    {
      path: '/explore',
      name: 'explore',
      component: () => import('./ExplorePage.vue'),
      meta: { title: 'explore.menu' },
    },
  ],
  texts: { zh: exploreZh, en: exploreEn },
});
