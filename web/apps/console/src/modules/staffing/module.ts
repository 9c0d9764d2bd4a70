import type { ConsoleModule } from '../../shell/module.ts';
import InvigilatorsWaiting from './components/InvigilatorsWaiting.vue';

const permission = 'staffing.read';

export default {
  routes: [
    {
      path: '/invigilators',
      name: 'invigilators',
      component: () => import('./pages/InvigilatorsPage.vue'),
      meta: { title: 'staffing.title', permission },
    },
    {
      path: '/invigilators/new',
      name: 'invigilator-new',
      component: () => import('./pages/NewInvigilatorPage.vue'),
      meta: { title: 'staffing.form.title', permission },
    },
    {
      path: '/invigilators/:id',
      name: 'invigilator',
      component: () => import('./pages/InvigilatorPage.vue'),
      props: true,
      meta: { title: 'staffing.title', permission },
    },
    {
      path: '/seating/:plan/:site/invigilators',
      name: 'staffing-site',
      component: () => import('./pages/SiteStaffingPage.vue'),
      props: true,
      meta: { title: 'staffing.site.tab', permission },
    },
  ],
  menu: [{ to: '/invigilators', label: 'staffing.title', order: 21, permission }],
  workbench: [{ component: InvigilatorsWaiting, order: 6, permission: 'staffing.decide' }],
  examination: [{ name: 'staffing-site', label: 'staffing.site.tab', order: 2, permission }],
} satisfies ConsoleModule;
