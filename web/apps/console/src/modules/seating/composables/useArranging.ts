import { computed, ref, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { hasEnded, type Job } from '../../../shell/jobs.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useJob } from '../../../shell/useJob.ts';
import type { SeatingState } from '../types.ts';

const KIND = 'seating.arrange-sites';
const LIMIT = 20;

/** How many sites of a plan are how far. */
export function useStanding(plan: () => string) {
  const asked = useAsk(async () => {
    const count = async (state: SeatingState): Promise<number> => {
      const query = { plan: plan(), state, limit: 1 };
      return plan() === '' ? 0 : (await answer(api.GET('/api/seating/sites', { params: { query } }))).total.count;
    };
    const [ready, open, arranged] = await Promise.all([count('READY'), count('TO_OPEN'), count('ARRANGED')]);
    return { ready, open, arranged };
  });
  watch(plan, () => void asked.load(), { immediate: true });
  return asked;
}

/** Arranging all sites of a plan that are ready, in the background. One that runs already is found again. */
export function useArranging(mayArrange: boolean, changed: () => Promise<void>) {
  const { refusal, busy, act } = useAct();
  const result = ref<Job | null>(null);
  const { job, follow } = useJob((ended) => {
    result.value = ended;
    void changed();
  });

  async function find(): Promise<void> {
    const jobs = await act(() => answer(api.GET('/api/job/jobs', { params: { query: { limit: LIMIT } } })));
    const running = jobs?.items.find((one) => one.kind === KIND && !hasEnded(one));
    if (running) {
      await follow(running.id);
    }
  }
  if (mayArrange) {
    void find();
  }

  /** True when it has been started. */
  async function start(plan: string): Promise<boolean> {
    result.value = null;
    const started = await act(() => answer(api.POST('/api/seating/arrangements', { body: { plan, seed: null } })));
    if (started !== null) {
      await follow(started.job);
    }
    return started !== null;
  }

  return { running: computed(() => (job.value && !hasEnded(job.value) ? job.value : null)), result, refusal, busy, start };
}
