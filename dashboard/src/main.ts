import './app/trusted-types.ts';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './app/App.vue';
import { i18n } from './app/i18n.ts';
import { createHubRouter } from './app/router.ts';
import './app/tokens.css';
import './app/base.css';
import './app/layout.css';
import './app/controls.css';
import './app/element.css';
import './app/print.css';

const app = createApp(App);
app.use(createPinia());
app.use(i18n);
app.use(createHubRouter());
app.mount('#app');
