import type { ConsoleModule } from '../../shell/module.ts';

const permission = 'photo.read';

export default {
  routes: [
    {
      path: '/photos/imports',
      name: 'photo-imports',
      component: () => import('./pages/ArchivesPage.vue'),
      meta: { title: 'photo.title', permission },
    },
    {
      path: '/photos/imports/:id',
      name: 'photo-import',
      component: () => import('./pages/ArchivePage.vue'),
      props: true,
      meta: { title: 'photo.title', permission },
    },
  ],
  menu: [{ to: '/photos/imports', label: 'photo.menu', order: 17, permission }],
} satisfies ConsoleModule;
