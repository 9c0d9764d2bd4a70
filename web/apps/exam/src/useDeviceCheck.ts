import { computed, onScopeDispose, reactive, ref } from 'vue';
import { checkScreen, checkServer, checkStorage, type Finding, type State } from './checks.ts';

const waiting = (): Finding => ({ state: 'waiting', facts: {} });
const ORDER: State[] = ['bad', 'waiting', 'doubtful', 'good'];

export function useDeviceCheck() {
  const findings = reactive({ connection: waiting(), time: waiting(), storage: waiting(), screen: waiting() });
  const offset = ref<number | null>(null);
  const tick = ref(Date.now());
  const ticking = setInterval(() => (tick.value = Date.now()), 500);
  onScopeDispose(() => clearInterval(ticking));

  async function check(): Promise<void> {
    Object.assign(findings, { connection: waiting(), time: waiting(), storage: waiting(), screen: waiting() });
    findings.screen = checkScreen(window.screen.width, window.screen.height);
    const [server, storage] = await Promise.all([checkServer(), checkStorage()]);
    Object.assign(findings, { connection: server.connection, time: server.time, storage });
    offset.value = server.now === null ? null : Date.parse(server.now) - Date.now();
  }

  const overall = computed(() => ORDER.find((state) => Object.values(findings).some((finding) => finding.state === state)) ?? 'waiting');
  const serverTime = computed(() =>
    offset.value === null ? null : new Date(tick.value + offset.value + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '),
  );

  void check();
  return { findings, overall, serverTime, check };
}
