import { computed, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { hasEnded } from '../../../shell/jobs.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { usePolling } from '../../../shell/usePolling.ts';

export type Phase = 'running' | 'stopped' | 'done';

/** One archive of photos by its id, asked again while its photos are looked at, and going on with it. */
export function useArchive(id: () => string) {
  const params = (): { path: { id: string } } => ({ path: { id: id() } });
  const asked = useAsk(() => answer(api.GET('/api/photo/imports/{id}', { params: params() })));
  const { refusal, busy, act } = useAct();
  watch(id, () => void asked.load(), { immediate: true });

  const phase = computed<Phase | null>(() => {
    const found = asked.data.value;
    if (found === null) {
      return null;
    }
    const broken = found.job !== null && hasEnded(found.job) && found.job.state !== 'DONE';
    return found.state === 'DONE' ? 'done' : broken ? 'stopped' : 'running';
  });
  usePolling(asked.load, () => phase.value === 'running');

  const resumable = computed(() => phase.value === 'stopped' && asked.data.value?.job?.state === 'CANCELLED');

  async function resume(): Promise<void> {
    const resumed = await act(() => answer(api.POST('/api/photo/imports/{id}/resuming', { params: params() })));
    if (resumed !== null) {
      asked.data.value = resumed;
    }
  }

  return { ...asked, phase, resumable, refusal, busy, resume };
}
