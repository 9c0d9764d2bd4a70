import type { ConsoleModule } from '../../shell/module.ts';
import PlansInPublicity from './components/PlansInPublicity.vue';
import ResultsWaiting from './components/ResultsWaiting.vue';

const permission = 'result.read';
const toDraw = 'result.draw';

export default {
  routes: [
    { path: '/results', name: 'results', component: () => import('./pages/ResultsPage.vue'), meta: { title: 'result.title', permission } },
    {
      path: '/results/:plan',
      name: 'result-plan',
      component: () => import('./pages/PlanPage.vue'),
      props: true,
      meta: { title: 'result.title', permission },
    },
    {
      path: '/results/:plan/problems',
      name: 'result-problems',
      component: () => import('./pages/ProblemsPage.vue'),
      props: true,
      meta: { title: 'result.problems.title', permission: toDraw },
    },
    {
      path: '/results/:plan/incidents',
      name: 'result-incidents',
      component: () => import('./pages/IncidentsPage.vue'),
      props: true,
      meta: { title: 'result.incidents.title', permission: 'result.rule' },
    },
    {
      path: '/results/:plan/sheet',
      name: 'result-sheet',
      component: () => import('./pages/SheetPage.vue'),
      props: true,
      meta: { title: 'result.sheet.title', permission },
    },
    {
      path: '/results/:plan/reviews',
      name: 'result-reviews',
      component: () => import('./pages/ReviewsPage.vue'),
      props: true,
      meta: { title: 'result.reviews.title', permission },
    },
  ],
  menu: [{ to: '/results', label: 'result.title', order: 27, permission }],
  workbench: [
    { component: ResultsWaiting, order: 1, permission: toDraw },
    { component: PlansInPublicity, order: 1, permission: 'result.appeal' },
  ],
} satisfies ConsoleModule;
