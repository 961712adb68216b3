import { defineModule } from '../../ui/define-module.ts';
import { unionEn } from './union.en.ts';
import { unionZh } from './union.zh.ts';

/** Unions and their agreements. */
export const unionModule = defineModule({
  id: 'union',
  menu: { route: 'union' },
  needs: 'metric.read',
  except: ['COURT'],
  routes: [
    {
      path: '/union',
      name: 'union',
      component: () => import('./UnionPage.vue'),
      meta: { title: 'union.title' },
    },
    {
      path: '/unions',
      name: 'unions',
      component: () => import('./UnionListPage.vue'),
      meta: { needs: 'union.read', title: 'union.register' },
    },
  ],
  texts: { zh: unionZh, en: unionEn },
});
