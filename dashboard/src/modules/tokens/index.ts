import { defineModule } from '../../ui/define-module.ts';
import { tokensEn } from './tokens.en.ts';
import { tokensZh } from './tokens.zh.ts';

/** The keys of departments' programs. */
export const tokensModule = defineModule({
  id: 'tokens',
  menu: { route: 'tokens' },
  needs: 'token.read',
  routes: [
    {
      path: '/tokens',
      name: 'tokens',
      component: () => import('./TokensPage.vue'),
      meta: { title: 'tokens.menu' },
    },
  ],
  texts: { zh: tokensZh, en: tokensEn },
});
