import type { ConsoleModule } from '../../shell/module.ts';
import CandidatesWaiting from './components/CandidatesWaiting.vue';

const permission = 'candidate.read';

export default {
  routes: [
    {
      path: '/candidates',
      name: 'candidates',
      component: () => import('./pages/CandidatesPage.vue'),
      meta: { title: 'candidate.title', permission },
    },
    {
      path: '/candidates/new',
      name: 'candidate-new',
      component: () => import('./pages/NewCandidatePage.vue'),
      meta: { title: 'candidate.form.new', permission: 'candidate.write' },
    },
    {
      path: '/candidates/imports',
      name: 'candidate-imports',
      component: () => import('./pages/ImportsPage.vue'),
      meta: { title: 'intake.list.title', permission },
    },
    {
      path: '/candidates/imports/new',
      name: 'candidate-import-new',
      component: () => import('./pages/NewImportPage.vue'),
      meta: { title: 'candidate.roster.title', permission: 'candidate.write' },
    },
    {
      path: '/candidates/imports/:id',
      name: 'candidate-import',
      component: () => import('./pages/ImportPage.vue'),
      props: true,
      meta: { title: 'candidate.roster.title', permission },
    },
    {
      path: '/candidates/:candidate/:enrolment',
      name: 'candidate',
      component: () => import('./pages/CandidatePage.vue'),
      props: true,
      meta: { title: 'candidate.one.title', permission },
    },
  ],
  menu: [{ to: '/candidates', label: 'candidate.title', order: 16, permission }],
  workbench: [{ component: CandidatesWaiting, order: 4, permission }],
} satisfies ConsoleModule;
