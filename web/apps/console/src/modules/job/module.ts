import type { ConsoleModule } from '../../shell/module.ts';

const permission = 'job.read';

export default {
  routes: [{ path: '/jobs', name: 'jobs', component: () => import('./pages/JobsPage.vue'), meta: { title: 'job.title', permission } }],
  menu: [{ to: '/jobs', label: 'job.title', order: 90, permission }],
} satisfies ConsoleModule;
