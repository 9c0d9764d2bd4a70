import { createRouter, createWebHistory, type Router } from 'vue-router';
import { onSignedOut } from '../api/client.ts';
import { t } from '../i18n.ts';
import { modules } from './module.ts';
import NotFound from './NotFound.vue';
import { useSession } from './session.ts';

export function buildRouter(): Router {
  const routes = modules.flatMap((module) => module.routes);
  const router = createRouter({
    history: createWebHistory('/console/'),
    routes: [...routes, { path: '/:rest(.*)*', name: 'not-found', component: NotFound, meta: { title: 'shell.notFound' } }],
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });

  router.beforeEach(async (to) => {
    if (to.meta.open) {
      return true;
    }
    const session = await useSession().ensure();
    return session === null ? { name: 'sign-in', query: { to: to.fullPath } } : true;
  });
  router.afterEach((to) => {
    document.title = to.meta.title ? `${t(to.meta.title)} · ${t('shell.product')}` : t('shell.product');
  });

  onSignedOut(() => {
    const current = router.currentRoute.value;
    useSession().forget();
    if (current.matched.length > 0 && !current.meta.open) {
      void router.push({ name: 'sign-in', query: { to: current.fullPath } });
    }
  });
  return router;
}
