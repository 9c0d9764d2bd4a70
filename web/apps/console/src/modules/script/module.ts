import type { ConsoleModule } from '../../shell/module.ts';
import ReturnsWaiting from './components/ReturnsWaiting.vue';

const permission = 'script.read';

export default {
  routes: [
    { path: '/returns', name: 'returned', component: () => import('./pages/ReturnsPage.vue'), meta: { title: 'script.title', permission } },
    {
      path: '/returns/:plan',
      name: 'returns',
      component: () => import('./pages/PlanPage.vue'),
      props: true,
      meta: { title: 'script.title', permission },
    },
    {
      path: '/returns/:plan/doubts',
      name: 'returns-doubts',
      component: () => import('./pages/DoubtsPage.vue'),
      props: true,
      meta: { title: 'script.doubts.title', permission },
    },
    {
      path: '/returns/:plan/incidents',
      name: 'returns-incidents',
      component: () => import('./pages/IncidentsPage.vue'),
      props: true,
      meta: { title: 'script.incidents.title', permission },
    },
    {
      path: '/returns/:plan/scripts/:script',
      name: 'returned-script',
      component: () => import('./pages/ScriptPage.vue'),
      props: true,
      meta: { title: 'script.one.script', permission: 'script.open' },
    },
  ],
  menu: [{ to: '/returns', label: 'script.title', order: 25, permission }],
  workbench: [{ component: ReturnsWaiting, order: 1, permission }],
} satisfies ConsoleModule;
