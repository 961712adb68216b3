import { defineModule } from '../../ui/define-module.ts';
import { accessEn } from './access.en.ts';
import { accessZh } from './access.zh.ts';

/** Signing in and the change of a one-time password. */
export const accessModule = defineModule({
  id: 'access',
  routes: [
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./SignInPage.vue'),
      meta: { open: true, title: 'access.signIn' },
    },
    {
      path: '/password',
      name: 'password',
      component: () => import('./PasswordPage.vue'),
      meta: { title: 'access.change' },
    },
  ],
  texts: { zh: accessZh, en: accessEn },
});
