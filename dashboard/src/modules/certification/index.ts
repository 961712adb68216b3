import { defineModule } from '../../ui/define-module.ts';
import { certificationEn } from './certification.en.ts';
import { certificationZh } from './certification.zh.ts';

/** Applications for the title of harmonious enterprise. */
export const certificationModule = defineModule({
  id: 'certification',
  menu: { route: 'certifications' },
  needs: 'certification.read',
  routes: [
    {
      path: '/certifications',
      name: 'certifications',
      component: () => import('./CertificationListPage.vue'),
      meta: { title: 'certification.title' },
    },
  ],
  texts: { zh: certificationZh, en: certificationEn },
});
