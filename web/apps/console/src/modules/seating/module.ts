import type { ConsoleModule } from '../../shell/module.ts';
import SitesWaiting from './components/SitesWaiting.vue';

const permission = 'seating.read';

export default {
  routes: [
    { path: '/seating', name: 'seating', component: () => import('./pages/SeatingPage.vue'), meta: { title: 'seating.title', permission } },
    {
      path: '/seating/people',
      name: 'seating-people',
      component: () => import('./pages/PeoplePage.vue'),
      meta: { title: 'seating.people.title', permission },
    },
    {
      path: '/seating/:plan/:site',
      name: 'seating-site',
      component: () => import('./pages/SitePage.vue'),
      props: true,
      meta: { title: 'seating.site.title', permission },
    },
    {
      path: '/seating/:plan/:site/rooms/:opening',
      name: 'seating-room',
      component: () => import('./pages/RoomPage.vue'),
      props: true,
      meta: { title: 'seating.room.title', permission },
    },
  ],
  // Colleges open rooms, awarding bodies arrange: one page, called by the word of whoever looks; nobody does both.
  menu: [
    { to: '/seating', label: 'seating.open.title', order: 20, permission: 'seating.open' },
    { to: '/seating', label: 'seating.arrange.title', order: 20, permission: 'seating.arrange' },
  ],
  workbench: [{ component: SitesWaiting, order: 2, permission }],
  examination: [{ name: 'seating-site', label: 'seating.site.tab', order: 1, permission }],
} satisfies ConsoleModule;
