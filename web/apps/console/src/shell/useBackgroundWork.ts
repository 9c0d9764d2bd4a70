import { computed, ref } from 'vue';
import { answer, api } from '../api/client.ts';
import { hasEnded, type Job } from './jobs.ts';
import { useAct } from './useAct.ts';
import { useJob } from './useJob.ts';

const LIMIT = 20;

/**
 * Work that is begun on a page and done in the background, one at a time.
 *
 * @param ended told once when it has ended
 */
export function useBackgroundWork(ended: () => Promise<void>) {
  const { refusal, busy, act } = useAct();
  const result = ref<Job | null>(null);
  const { job, follow } = useJob((done) => {
    result.value = done;
    void ended();
  });

  /** What runs already is followed again, for whoever comes back to the page. */
  async function find(isIt: (job: Job) => boolean): Promise<void> {
    const jobs = await act(() => answer(api.GET('/api/job/jobs', { params: { query: { limit: LIMIT } } })));
    const running = jobs?.items.find((one) => isIt(one) && !hasEnded(one));
    if (running) {
      await follow(running.id);
    }
  }

  /** True when it has been started. */
  async function start(begin: () => Promise<{ job: string }>): Promise<boolean> {
    result.value = null;
    const started = await act(begin);
    if (started !== null) {
      await follow(started.job);
    }
    return started !== null;
  }

  return { running: computed(() => (job.value && !hasEnded(job.value) ? job.value : null)), result, refusal, busy, find, follow, start };
}
