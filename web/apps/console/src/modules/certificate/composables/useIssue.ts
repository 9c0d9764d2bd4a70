import { computed, ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';
import type { Issue } from '../types.ts';

/** One issue: looked at, signed, and its files made in the background. What is signed is what was shown, whatever comes meanwhile. */
export function useIssue(id: () => string) {
  const params = () => ({ path: { id: id() } });
  const asked = useAsk(() => answer(api.GET('/api/certificate/issues/{id}', { params: params() })));
  const { refusal, busy, act } = useAct();
  const again = useAct();
  const shown = ref<Issue | null>(null);
  const broken = computed(() => asked.data.value?.making?.state === 'BROKEN');
  useRefreshing(asked);

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
    const signed = await act(() => answer(api.POST('/api/certificate/issues/{id}/signature', { params: params(), body: { digest } })));
    await asked.load();
    return signed !== null;
  }

  /** Has the missing files made; either party may, whichever signed second. */
  async function beginAgain(): Promise<void> {
    await again.act(() => answer(api.POST('/api/certificate/issues/{id}/making', { params: params() })));
    await asked.load();
  }

  void asked.load();
  return { ...asked, shown, refusal, busy, broken, refusalAgain: again.refusal, busyAgain: again.busy, ask, sign, beginAgain };
}
