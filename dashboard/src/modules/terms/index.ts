import { defineModule } from '../../ui/define-module.ts';
import { termsEn } from './terms.en.ts';
import { termsZh } from './terms.zh.ts';

/** Who has held which role from when to when, given by whom and why. */
export const termsModule = defineModule({
  id: 'terms',
  menu: { route: 'terms' },
  needs: 'role.read',
  routes: [
    {
      path: '/terms',
      name: 'terms',
      component: () => import('./TermsPage.vue'),
      meta: { title: 'terms.menu' },
    },
  ],
  texts: { zh: termsZh, en: termsEn },
});
