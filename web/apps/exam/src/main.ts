import { createApp } from 'vue';
import App from './App.vue';
import './exam.css';

createApp(App).mount('#app');
