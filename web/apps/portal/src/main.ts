import { createApp } from 'vue';
import App from './App.vue';
import '@onex/ui/theme.css';

createApp(App).mount('#app');
