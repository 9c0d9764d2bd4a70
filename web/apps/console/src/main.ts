import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { buildRouter } from './shell/router.ts';
import 'element-plus/theme-chalk/base.css';
import '@onex/ui/theme.css';

createApp(App).use(createPinia()).use(buildRouter()).mount('#app');
