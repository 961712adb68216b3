import { defineModule } from '../../ui/define-module.ts';
import { peopleEn } from './people.en.ts';
import { peopleZh } from './people.zh.ts';

/** Those who may sign in: accounts for the administrator, roles for the security officer. */
export const peopleModule = defineModule({
  id: 'people',
  menu: { route: 'people' },
  needs: 'person.read',
  routes: [
    {
      path: '/people',
      name: 'people',
      component: () => import('./PeoplePage.vue'),
      meta: { title: 'people.menu' },
    },
    {
      path: '/people/:id',
      name: 'person',
      component: () => import('./PersonPage.vue'),
      meta: { title: 'people.one' },
    },
  ],
  texts: { zh: peopleZh, en: peopleEn },
});
