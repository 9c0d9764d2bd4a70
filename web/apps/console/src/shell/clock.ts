import type { components } from '@onex/api-center';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { answer, api } from '../api/client.ts';

type BusinessTime = components['schemas']['BusinessTime'];

/** The business clock: the server's time, carried on by this machine between two askings. */
export const useClock = defineStore('clock', () => {
  const clock = ref<BusinessTime | null>(null);
  const offset = ref(0);
  const tick = ref(Date.now());
  let timer: ReturnType<typeof setInterval> | undefined;

  function take(answered: BusinessTime): void {
    clock.value = answered;
    offset.value = Date.parse(answered.now) - Date.now();
    tick.value = Date.now();
    timer ??= setInterval(() => (tick.value = Date.now()), 5_000);
  }

  async function refresh(): Promise<void> {
    take(await answer(api.GET('/api/clock')));
  }

  const nowMillis = computed(() => tick.value + offset.value);
  const now = computed(() => new Date(nowMillis.value).toISOString());
  const mode = computed(() => clock.value?.mode ?? 'production');
  const movable = computed(() => clock.value?.movable ?? false);
  const known = computed(() => clock.value !== null);

  return { refresh, now, nowMillis, mode, movable, known };
});
