import { defineModule } from '../../ui/define-module.ts';
import { settingsEn } from './settings.en.ts';
import { settingsZh } from './settings.zh.ts';

/** What figures depend on, by whom it was decided and why; to be changed by whoever may. */
export const settingsModule = defineModule({
  id: 'settings',
  menu: { route: 'settings' },
  needs: 'setting.read',
  routes: [
    {
      path: '/settings',
      name: 'settings',
      component: () => import('./SettingsPage.vue'),
      meta: { title: 'settings.menu' },
    },
  ],
  texts: { zh: settingsZh, en: settingsEn },
});
