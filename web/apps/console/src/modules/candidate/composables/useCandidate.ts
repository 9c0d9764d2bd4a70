import { ref, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Candidate, Key, Values } from '../types.ts';

const ONE = '/api/candidate/enrolments/{candidate}/{enrolment}';

/** One candidate, and what their college does with them. A change names the version that was read. */
export function useCandidate(key: () => Key) {
  const params = (): { path: Key } => ({ path: key() });
  const asked = useAsk(() => answer(api.GET(ONE, { params: params() })));
  const { refusal, busy, act } = useAct();
  /** The same with the whole numbers, for this visit only. */
  const disclosed = ref<Candidate | null>(null);
  watch(
    () => Object.values(key()).join('/'),
    () => {
      disclosed.value = null;
      void asked.load();
    },
    { immediate: true },
  );

  const version = (): number => asked.data.value?.version ?? 0;

  /** True when it is done. */
  async function revise(values: Values): Promise<boolean> {
    const body = { version: version(), values };
    const revised = await act(() => answer(api.PUT(ONE, { params: params(), body })));
    asked.data.value = revised ?? asked.data.value;
    disclosed.value = null;
    return revised !== null;
  }

  async function disclose(reason: string): Promise<boolean> {
    disclosed.value = await act(() => answer(api.POST(`${ONE}/disclosure`, { params: params(), body: { reason } })));
    return disclosed.value !== null;
  }

  const end = async (): Promise<boolean> =>
    (await act(() => api.POST(`${ONE}/ending`, { params: params(), body: { version: version() } }))) !== null;

  return { ...asked, refusal, busy, disclosed, revise, disclose, end };
}
