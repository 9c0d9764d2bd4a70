import { ref, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useBackgroundWork } from '../../../shell/useBackgroundWork.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';
import type { Issue } from '../types.ts';

/** One issue: looked at, signed, and its files made in the background. What is signed is what was shown, whatever comes meanwhile. */
export function useIssue(id: () => string) {
  const asked = useAsk(() => answer(api.GET('/api/certificate/issues/{id}', { params: { path: { id: id() } } })));
  const { refusal, busy, act } = useAct();
  const { running, result, follow } = useBackgroundWork(asked.load);
  const shown = ref<Issue | null>(null);
  useRefreshing(asked);
  watch(
    () => (asked.data.value?.state === 'SIGNED' ? asked.data.value.job : null),
    (job) => job !== null && void follow(job),
  );

  function ask(): void {
    refusal.value = null;
    shown.value = asked.data.value;
  }

  /** True when it is signed. */
  async function sign(): Promise<boolean> {
    if (shown.value === null) {
      return false;
    }
    const { digest } = shown.value;
    const call = () => answer(api.POST('/api/certificate/issues/{id}/signature', { params: { path: { id: id() } }, body: { digest } }));
    const signed = await act(call);
    await asked.load();
    return signed !== null;
  }

  void asked.load();
  return { ...asked, shown, refusal, busy, running, result, ask, sign };
}
