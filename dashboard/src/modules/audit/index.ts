import { defineModule } from '../../ui/define-module.ts';
import { auditEn } from './audit.en.ts';
import { auditZh } from './audit.zh.ts';

/** The trail of what was done, for the auditor. */
export const auditModule = defineModule({
  id: 'audit',
  menu: { route: 'audit' },
  needs: 'audit.read',
  routes: [
    {
      path: '/audit',
      name: 'audit',
      component: () => import('./AuditPage.vue'),
      meta: { title: 'audit.menu' },
    },
  ],
  texts: { zh: auditZh, en: auditEn },
});
