import type { ConsoleModule } from '../../shell/module.ts';

export default {
  routes: [
    {
      path: '/qualifications',
      name: 'qualifications',
      component: () => import('./pages/QualificationsPage.vue'),
      meta: { title: 'catalog.title', permission: 'catalog.read' },
    },
  ],
  menu: [{ to: '/qualifications', label: 'catalog.title', order: 30, permission: 'catalog.read' }],
} satisfies ConsoleModule;
