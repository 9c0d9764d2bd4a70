import { computed, ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { hasEnded, type Job } from '../../../shell/jobs.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useJob } from '../../../shell/useJob.ts';

const KIND = 'dispatch.pack-bundles';
const LIMIT = 20;

/** Packing a plan's bundles in the background. What runs already is found again. */
export function usePacking(plan: () => string, mayPack: boolean, changed: () => Promise<void>) {
  const { refusal, busy, act } = useAct();
  const result = ref<Job | null>(null);
  const { job, follow } = useJob((ended) => {
    result.value = ended;
    void changed();
  });

  async function find(): Promise<void> {
    const jobs = await act(() => answer(api.GET('/api/job/jobs', { params: { query: { limit: LIMIT } } })));
    const running = jobs?.items.find((one) => one.kind === KIND && one.subject.split(' ')[0] === plan() && !hasEnded(one));
    if (running) {
      await follow(running.id);
    }
  }
  if (mayPack) {
    void find();
  }

  /** True when it has been started. */
  async function start(): Promise<boolean> {
    result.value = null;
    const params = { path: { plan: plan() } };
    const started = await act(() => answer(api.POST('/api/dispatch/plans/{plan}/packing', { params })));
    if (started !== null) {
      await follow(started.job);
    }
    return started !== null;
  }

  return { running: computed(() => (job.value && !hasEnded(job.value) ? job.value : null)), result, refusal, busy, start };
}
