import { computed, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { hasEnded } from '../../../shell/jobs.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { usePolling } from '../../../shell/usePolling.ts';

export type Phase = 'running' | 'stopped' | 'done';

/** One archive of photos by its id, asked again while its photos are looked at. */
export function useArchive(id: () => string) {
  const asked = useAsk(() => answer(api.GET('/api/photo/imports/{id}', { params: { path: { id: id() } } })));
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

  return { ...asked, phase };
}
