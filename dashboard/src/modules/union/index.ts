import { defineModule } from '../../ui/define-module.ts';
import { unionEn } from './union.en.ts';
import { unionZh } from './union.zh.ts';

/** Unions and their agreements. */
export const unionModule = defineModule({
  id: 'union',
  menu: { route: 'unions' },
  needs: 'union.read',
  routes: [
    {
      path: '/unions',
      name: 'unions',
      component: () => import('./UnionListPage.vue'),
      meta: { title: 'union.title' },
    },
  ],
  texts: { zh: unionZh, en: unionEn },
});
