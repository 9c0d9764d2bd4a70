import type { ConsoleModule } from '../../shell/module.ts';
import SitesWaiting from './components/SitesWaiting.vue';

const permission = 'site.read';

export default {
  routes: [
    { path: '/sites', name: 'sites', component: () => import('./pages/SitesPage.vue'), meta: { title: 'site.title', permission } },
    {
      path: '/sites/new',
      name: 'site-new',
      component: () => import('./pages/NewSitePage.vue'),
      meta: { title: 'site.form.new', permission: 'site.apply' },
    },
    {
      path: '/sites/:id',
      name: 'site',
      component: () => import('./pages/SitePage.vue'),
      props: true,
      meta: { title: 'site.title', permission },
    },
  ],
  menu: [{ to: '/sites', label: 'site.title', order: 15, permission }],
  workbench: [{ component: SitesWaiting, order: 5, permission: 'site.decide' }],
} satisfies ConsoleModule;
