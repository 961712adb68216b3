import { defineModule } from '../../ui/define-module.ts';
import { certificationEn } from './certification.en.ts';
import { certificationZh } from './certification.zh.ts';

/** The title of harmonious enterprise: the way to the target, and the register of applications. */
export const certificationModule = defineModule({
  id: 'certification',
  menu: { route: 'certification' },
  needs: 'certification.read',
  routes: [
    {
      path: '/certification',
      name: 'certification',
      component: () => import('./CertificationPage.vue'),
      meta: { title: 'certification.title' },
    },
    {
      path: '/certifications',
      name: 'certifications',
      component: () => import('./CertificationListPage.vue'),
      meta: { title: 'certification.register' },
    },
  ],
  texts: { zh: certificationZh, en: certificationEn },
});
