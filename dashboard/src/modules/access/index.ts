import { defineModule } from '../../ui/define-module.ts';
import { accessEn } from './access.en.ts';
import { accessZh } from './access.zh.ts';

/** Signing in step by step, and one's own account. */
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
    {
      path: '/enrolment',
      name: 'enrolment',
      component: () => import('./EnrolmentPage.vue'),
      meta: { title: 'access.enrol.title' },
    },
    {
      path: '/second-factor',
      name: 'second-factor',
      component: () => import('./SecondFactorPage.vue'),
      meta: { title: 'access.factor.title' },
    },
    {
      path: '/account',
      name: 'account',
      component: () => import('./AccountPage.vue'),
      meta: { needs: 'account.write', title: 'access.account.menu' },
    },
  ],
  texts: { zh: accessZh, en: accessEn },
});
