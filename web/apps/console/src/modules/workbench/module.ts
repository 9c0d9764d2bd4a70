import type { ConsoleModule } from '../../shell/module.ts';

export default {
  routes: [{ path: '/', name: 'workbench', component: () => import('./pages/WorkbenchPage.vue'), meta: { title: 'workbench.title' } }],
  menu: [{ to: '/', label: 'workbench.title', order: 0 }],
} satisfies ConsoleModule;
