import { createRouter, createWebHistory, type Router, type RouterHistory } from 'vue-router';
import { t } from './i18n.ts';
import HomePage from './pages/HomePage.vue';
import NotFound from './pages/NotFound.vue';
import OwnPage from './pages/OwnPage.vue';
import VerifyPage from './pages/VerifyPage.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** Of a page of the portal. */
    heading?: string;
  }
}

export function buildRouter(history: RouterHistory = createWebHistory('/')): Router {
  const router = createRouter({
    history,
    routes: [
      { path: '/', name: 'home', component: HomePage },
      { path: '/results', name: 'own', component: OwnPage, meta: { heading: 'own.title' } },
      { path: '/verify', name: 'verify', component: VerifyPage, meta: { heading: 'verify.title' } },
      { path: '/:rest(.*)*', name: 'not-found', component: NotFound, meta: { heading: 'notFound.title' } },
    ],
    // What stands behind # is a key and no place in the page.
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  router.afterEach((to) => {
    document.title = to.meta.heading ? `${t(to.meta.heading)} · ${t('product')}` : t('product');
  });
  return router;
}
