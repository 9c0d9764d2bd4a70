import { ref, watch } from 'vue';
import { answer, api } from '../api/client.ts';
import { hasEnded, type Job } from './jobs.ts';
import { useAsk } from './useAsk.ts';
import { usePolling } from './usePolling.ts';

/** One background job, asked again as long as it runs; `ended` is told once, when it has. */
export function useJob(ended: (job: Job) => void) {
  const id = ref<string | null>(null);
  const asked = useAsk(async (): Promise<Job | null> => {
    const wanted = id.value;
    return wanted === null ? null : answer(api.GET('/api/job/jobs/{id}', { params: { path: { id: wanted } } }));
  });
  const isRunning = (): boolean => asked.data.value !== null && !hasEnded(asked.data.value);
  usePolling(asked.load, isRunning);
  watch(asked.data, (job, before) => {
    if (job !== null && hasEnded(job) && before?.id === job.id && !hasEnded(before)) {
      ended(job);
    }
  });

  /** Begins to follow a job that has just been started, or is found running. */
  async function follow(job: string): Promise<void> {
    id.value = job;
    await asked.load();
    if (asked.data.value !== null && hasEnded(asked.data.value)) {
      ended(asked.data.value);
    }
  }

  return { job: asked.data, problem: asked.problem, follow };
}
