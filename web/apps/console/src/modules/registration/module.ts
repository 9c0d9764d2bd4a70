import type { ConsoleModule } from '../../shell/module.ts';
import PlansClosing from './components/PlansClosing.vue';

const permission = 'registration.read';
const toWrite = 'registration.write';

export default {
  routes: [
    {
      path: '/registrations',
      name: 'registrations',
      component: () => import('./pages/RegistrationsPage.vue'),
      meta: { title: 'registration.title', permission },
    },
    {
      path: '/registrations/new',
      name: 'registration-new',
      component: () => import('./pages/RegisterPage.vue'),
      meta: { title: 'registration.register.title', permission: toWrite },
    },
    {
      path: '/registrations/imports',
      name: 'registration-imports',
      component: () => import('./pages/ImportsPage.vue'),
      meta: { title: 'intake.list.title', permission: toWrite },
    },
    {
      path: '/registrations/imports/new',
      name: 'registration-import-new',
      component: () => import('./pages/NewImportPage.vue'),
      meta: { title: 'registration.workbook.title', permission: toWrite },
    },
    {
      path: '/registrations/imports/:id',
      name: 'registration-import',
      component: () => import('./pages/ImportPage.vue'),
      props: true,
      meta: { title: 'registration.workbook.title', permission: toWrite },
    },
  ],
  menu: [{ to: '/registrations', label: 'registration.title', order: 18, permission }],
  workbench: [{ component: PlansClosing, order: 3, permission: toWrite }],
} satisfies ConsoleModule;
