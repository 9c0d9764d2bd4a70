import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { answer, api } from '../api/client.ts';

/** Written by hand: in openapi.json the answer of the clock bears the name of another schema. */
interface Clock {
  now: string;
  movable: boolean;
  mode: string;
}

/** The business clock: the server's time, carried on by this machine between two askings. */
export const useClock = defineStore('clock', () => {
  const clock = ref<Clock | null>(null);
  const offset = ref(0);
  const tick = ref(Date.now());
  let timer: ReturnType<typeof setInterval> | undefined;

  function take(answered: Clock): void {
    clock.value = answered;
    offset.value = Date.parse(answered.now) - Date.now();
    tick.value = Date.now();
    timer ??= setInterval(() => (tick.value = Date.now()), 5_000);
  }

  async function refresh(): Promise<void> {
    take((await answer(api.GET('/api/clock'))) as unknown as Clock);
  }

  const nowMillis = computed(() => tick.value + offset.value);
  const now = computed(() => new Date(nowMillis.value).toISOString());
  const movable = computed(() => clock.value?.movable ?? false);
  const known = computed(() => clock.value !== null);

  return { refresh, now, nowMillis, movable, known };
});
