import type { ConsoleModule } from '../../shell/module.ts';
import BrokenMakings from './components/BrokenMakings.vue';
import IssuesWaiting from './components/IssuesWaiting.vue';

const permission = 'certificate.read';
const toOversee = 'certificate.oversee';

export default {
  routes: [
    {
      path: '/certificates',
      name: 'certificates',
      component: () => import('./pages/PlansPage.vue'),
      meta: { title: 'certificate.title', permission },
    },
    {
      path: '/certificates/issues',
      name: 'certificate-issues',
      component: () => import('./pages/IssuesPage.vue'),
      meta: { title: 'certificate.issues.title', permission },
    },
    {
      path: '/certificates/issues/:id',
      name: 'certificate-issue',
      component: () => import('./pages/IssuePage.vue'),
      props: true,
      meta: { title: 'certificate.issues.title', permission },
    },
    {
      path: '/certificates/issued',
      name: 'certificates-issued',
      component: () => import('./pages/CertificatesPage.vue'),
      meta: { title: 'certificate.list.title', permission },
    },
    {
      path: '/certificates/makings',
      name: 'certificate-makings',
      component: () => import('./pages/MakingsPage.vue'),
      meta: { title: 'certificate.makings.title', permission: toOversee },
    },
  ],
  menu: [
    { to: '/certificates', label: 'certificate.title', order: 28, permission },
    { to: '/certificates/makings', label: 'certificate.makings.title', order: 28, permission: toOversee },
  ],
  workbench: [
    { component: BrokenMakings, order: 1, permission: 'certificate.sign' },
    { component: BrokenMakings, order: 1, permission: toOversee },
    { component: IssuesWaiting, order: 1, permission: 'certificate.sign' },
  ],
} satisfies ConsoleModule;
