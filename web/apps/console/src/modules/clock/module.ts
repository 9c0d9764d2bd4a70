import type { ConsoleModule } from '../../shell/module.ts';
import AdvanceClock from './components/AdvanceClock.vue';

export default {
  routes: [],
  topBar: [{ component: AdvanceClock, permission: 'clock.move' }],
} satisfies ConsoleModule;
