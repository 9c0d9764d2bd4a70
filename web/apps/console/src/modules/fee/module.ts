import type { ConsoleModule } from '../../shell/module.ts';
import OwedBills from './components/OwedBills.vue';

const permission = 'fee.read';

export default {
  routes: [
    { path: '/bills', name: 'bills', component: () => import('./pages/BillsPage.vue'), meta: { title: 'fee.title', permission } },
    {
      path: '/bills/:id',
      name: 'bill',
      component: () => import('./pages/BillPage.vue'),
      props: true,
      meta: { title: 'fee.one.title', permission },
    },
    {
      path: '/fee-standards',
      name: 'fee-standards',
      component: () => import('./pages/StandardsPage.vue'),
      meta: { title: 'fee.standards.title', permission: 'fee.record' },
    },
  ],
  menu: [{ to: '/bills', label: 'fee.title', order: 19, permission }],
  workbench: [{ component: OwedBills, order: 4, permission }],
} satisfies ConsoleModule;
