import { createApp } from 'vue';
import App from './App.vue';
import { buildRouter } from './router.ts';
import '@onex/ui/theme.css';
import './portal.css';

createApp(App).use(buildRouter()).mount('#app');
