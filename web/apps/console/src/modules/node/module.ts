import type { ConsoleModule } from '../../shell/module.ts';
import SitesWithoutServer from './components/SitesWithoutServer.vue';

const permission = 'node.read';

export default {
  routes: [{ path: '/nodes', name: 'nodes', component: () => import('./pages/NodesPage.vue'), meta: { title: 'node.title', permission } }],
  menu: [{ to: '/nodes', label: 'node.title', order: 23, permission }],
  // A server stands at a college: whoever opens rooms there sees to it.
  workbench: [{ component: SitesWithoutServer, order: 7, permission: 'seating.open' }],
} satisfies ConsoleModule;
