import type { ConsoleModule } from '../../shell/module.ts';

const permission = 'dispatch.read';

export default {
  routes: [
    {
      path: '/dispatches',
      name: 'dispatches',
      component: () => import('./pages/DispatchesPage.vue'),
      meta: { title: 'dispatch.title', permission },
    },
    {
      path: '/dispatches/:plan',
      name: 'dispatch',
      component: () => import('./pages/PlanPage.vue'),
      props: true,
      meta: { title: 'dispatch.one.title', permission },
    },
  ],
  menu: [{ to: '/dispatches', label: 'dispatch.title', order: 24, permission }],
} satisfies ConsoleModule;
