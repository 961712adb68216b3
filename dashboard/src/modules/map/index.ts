import { defineModule } from '../../ui/define-module.ts';
import { mapEn } from './map.en.ts';
import { mapZh } from './map.zh.ts';

/** Any figure by town on our own drawing of the district, and the way down from there. */
export const mapModule = defineModule({
  id: 'map',
  under: 'explore',
  needs: 'metric.read',
  routes: [
    {
      path: '/map',
      name: 'map',
      component: () => import('./MapPage.vue'),
      meta: { title: 'map.menu' },
    },
  ],
  texts: { zh: mapZh, en: mapEn },
});
