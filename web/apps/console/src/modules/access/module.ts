import type { ConsoleModule } from '../../shell/module.ts';

export default {
  routes: [
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./pages/SignInPage.vue'),
      meta: { open: true, title: 'access.title' },
    },
    {
      path: '/password',
      name: 'password',
      component: () => import('./pages/PasswordPage.vue'),
      meta: { title: 'access.ownPassword.title' },
    },
  ],
} satisfies ConsoleModule;
