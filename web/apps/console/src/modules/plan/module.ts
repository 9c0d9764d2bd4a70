import type { ConsoleModule } from '../../shell/module.ts';
import PlansWaiting from './components/PlansWaiting.vue';

const permission = 'plan.read';

export default {
  routes: [
    { path: '/plans', name: 'plans', component: () => import('./pages/PlansPage.vue'), meta: { title: 'plan.list.title', permission } },
    {
      path: '/plans/:code',
      name: 'plan',
      component: () => import('./pages/PlanPage.vue'),
      props: true,
      meta: { title: 'plan.one.title', permission },
    },
    {
      path: '/notices',
      name: 'notices',
      component: () => import('./pages/NoticesPage.vue'),
      meta: { title: 'plan.notices.title', permission },
    },
    {
      path: '/notices/:id',
      name: 'notice',
      component: () => import('./pages/NoticePage.vue'),
      props: true,
      meta: { title: 'plan.notice.title', permission },
    },
  ],
  menu: [
    { to: '/plans', label: 'plan.list.title', order: 10, permission },
    { to: '/notices', label: 'plan.notices.title', order: 20, permission },
  ],
  workbench: [{ component: PlansWaiting, order: 10, permission }],
} satisfies ConsoleModule;
