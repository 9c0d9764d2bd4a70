import type { ConsoleModule } from '../../shell/module.ts';

export default {
  routes: [
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./pages/SignInPage.vue'),
      meta: { open: true, title: 'access.title' },
    },
  ],
} satisfies ConsoleModule;
