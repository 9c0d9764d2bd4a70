import { isoDateOf, formatTime } from '@onex/ui';
import { computed, ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { asProblem, type ApiProblem } from '../../../api/problem.ts';
import { useClock } from '../../../shell/clock.ts';

const DAY = 86_400_000;

/** A wall-clock text (2024-04-30T09:00) in Shanghai as an instant. */
export const shanghai = (wall: string): string => `${wall.length === 16 ? `${wall}:00` : wall}+08:00`;

/** Moves the rehearsal clock forward; afterwards every page is asked anew. */
export function useAdvance() {
  const clock = useClock();
  const open = ref(false);
  const wanted = ref('');
  const problem = ref<ApiProblem | null>(null);
  const busy = ref(false);
  const backwards = computed(() => wanted.value !== '' && Date.parse(shanghai(wanted.value)) <= clock.nowMillis);

  function show(): void {
    wanted.value = `${isoDateOf(clock.nowMillis)}T${formatTime(clock.nowMillis)}`;
    problem.value = null;
    open.value = true;
  }

  function inDays(days: number): void {
    wanted.value = `${isoDateOf(clock.nowMillis + days * DAY)}T09:00`;
  }

  async function advance(): Promise<void> {
    if (wanted.value === '' || backwards.value) {
      return;
    }
    busy.value = true;
    try {
      await answer(api.POST('/api/clock/advance', { body: { to: shanghai(wanted.value) } }));
      window.location.reload();
    } catch (error) {
      problem.value = asProblem(error);
    } finally {
      busy.value = false;
    }
  }

  return { clock, open, wanted, problem, busy, backwards, show, inDays, advance };
}
