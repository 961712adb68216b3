import { defineModule } from '../../ui/define-module.ts';
import { contractEn } from './contract.en.ts';
import { contractZh } from './contract.zh.ts';

/** The three libraries: contracts, filings, signatures. */
export const contractModule = defineModule({
  id: 'contract',
  menu: { route: 'contract' },
  needs: 'metric.read',
  except: ['COURT'],
  routes: [
    {
      path: '/contract',
      name: 'contract',
      component: () => import('./ContractPage.vue'),
      meta: { title: 'contract.title' },
    },
    {
      path: '/contracts',
      name: 'contracts',
      component: () => import('./ContractListPage.vue'),
      meta: { needs: 'contract.read', title: 'contract.contracts.title' },
    },
    {
      path: '/filings',
      name: 'filings',
      component: () => import('./FilingListPage.vue'),
      meta: { needs: 'filing.read', title: 'contract.filings.title' },
    },
    {
      path: '/signings',
      name: 'signings',
      component: () => import('./SigningListPage.vue'),
      meta: { needs: 'signing.read', title: 'contract.signings.title' },
    },
  ],
  texts: { zh: contractZh, en: contractEn },
});
