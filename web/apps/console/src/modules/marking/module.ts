import type { ConsoleModule } from '../../shell/module.ts';
import WorksWaiting from './components/WorksWaiting.vue';

const toRead = 'marking.read';
const toMark = 'marking.mark';

export default {
  routes: [
    { path: '/marking', name: 'marking', component: () => import('./pages/MarkingPage.vue'), meta: { title: 'marking.title' } },
    {
      path: '/marking/:plan',
      name: 'marks',
      component: () => import('./pages/MarksPage.vue'),
      props: true,
      meta: { title: 'marking.marks.title', permission: toRead },
    },
    {
      path: '/marking/:plan/works',
      name: 'marking-works',
      component: () => import('./pages/WorksPage.vue'),
      props: true,
      meta: { title: 'marking.works.title' },
    },
    {
      path: '/marking/:plan/works/:script/:item',
      name: 'marking-work',
      component: () => import('./pages/WorkPage.vue'),
      props: true,
      meta: { title: 'marking.work.title', permission: toMark },
    },
    {
      path: '/marking/:plan/scripts/:script',
      name: 'marked-script',
      component: () => import('./pages/ScriptPage.vue'),
      props: true,
      meta: { title: 'marking.script.title', permission: toRead },
    },
    {
      path: '/marking/:plan/desk',
      name: 'marking-desk',
      component: () => import('./pages/DeskPage.vue'),
      props: true,
      meta: { title: 'marking.desk.title', permission: toMark },
    },
  ],
  // Officers see how far it is, markers mark: one page for both; nobody is both.
  menu: [
    { to: '/marking', label: 'marking.title', order: 26, permission: toRead },
    { to: '/marking', label: 'marking.title', order: 26, permission: toMark },
  ],
  workbench: [{ component: WorksWaiting, order: 1, permission: toMark }],
} satisfies ConsoleModule;
