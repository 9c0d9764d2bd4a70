import { createApp } from 'vue';
import App from './App.vue';
import '@onex/ui/theme.css';
import './board.css';

createApp(App).mount('#app');
