import { defineModule } from '../../ui/define-module.ts';
import { figuresEn } from './figures.en.ts';
import { figuresZh } from './figures.zh.ts';

/** The catalogue of figures, and each figure over time and by group. Its address is not /metrics: that is the hub's own. */
export const metricsModule = defineModule({
  id: 'figures',
  under: 'explore',
  needs: 'metric.read',
  routes: [
    {
      path: '/figures',
      name: 'figures',
      component: () => import('./MetricListPage.vue'),
      meta: { title: 'figures.menu' },
    },
    {
      path: '/figures/:key',
      name: 'metric',
      component: () => import('./MetricPage.vue'),
      meta: { title: 'figures.menu' },
    },
    {
      path: '/figures/:key/rows',
      name: 'metric-rows',
      component: () => import('./MetricRowsPage.vue'),
      meta: { title: 'figures.rows.open' },
    },
  ],
  texts: { zh: figuresZh, en: figuresEn },
});
