import type { ConsoleModule } from '../../shell/module.ts';

const permission = 'printing.read';

export default {
  routes: [
    { path: '/prints', name: 'prints', component: () => import('./pages/PrintsPage.vue'), meta: { title: 'printing.title', permission } },
    {
      path: '/seating/:plan/:site/prints',
      name: 'printing-site',
      component: () => import('./pages/SitePrintsPage.vue'),
      props: true,
      meta: { title: 'printing.title', permission },
    },
  ],
  menu: [{ to: '/prints', label: 'printing.title', order: 22, permission }],
  examination: [{ name: 'printing-site', label: 'printing.title', order: 3, permission }],
} satisfies ConsoleModule;
