import { defineModule } from '../../ui/define-module.ts';
import { overviewEn } from './overview.en.ts';
import { overviewZh } from './overview.zh.ts';

/** The home page: where we stand, three pictures, what needs us. */
export const overviewModule = defineModule({
  id: 'overview',
  menu: { route: 'home' },
  needs: 'metric.read',
  routes: [
    { path: '/', name: 'home', component: () => import('./HomePage.vue'), meta: { title: 'overview.menu' } },
  ],
  texts: { zh: overviewZh, en: overviewEn },
});
