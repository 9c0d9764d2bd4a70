import { computed, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { Invigilator, InvigilatorRequest, Particulars } from '../types.ts';
import { inWords } from '../words.ts';

const ONE = '/api/staffing/invigilators/{id}';

/** Naming somebody: by a college to a body, or by a body for a college. */
export function useApplication() {
  const { refusal, busy, act } = useAct();
  const apply = (body: InvigilatorRequest): Promise<Invigilator | null> =>
    act(() => answer(api.POST('/api/staffing/invigilators', { body })));
  return { refusal: computed(() => refusal.value && inWords(refusal.value)), busy, apply };
}

/** One invigilator by their id, and what college and body do with them. Each act names the version that was read. */
export function useInvigilator(id: () => string) {
  const params = (): { path: { id: string } } => ({ path: { id: id() } });
  const asked = useAsk(() => answer(api.GET(ONE, { params: params() })));
  const { refusal, busy, act } = useAct();
  watch(id, () => void asked.load(), { immediate: true });
  const version = (): number => asked.data.value?.version ?? 0;

  /** True when it is done. */
  async function change(doing: () => Promise<Invigilator>): Promise<boolean> {
    const changed = await act(doing);
    asked.data.value = changed ?? asked.data.value;
    return changed !== null;
  }

  return {
    ...asked,
    refusal: computed(() => refusal.value && inWords(refusal.value)),
    forget: (): void => void (refusal.value = null),
    busy,
    revise: (said: Particulars) => change(() => answer(api.PUT(ONE, { params: params(), body: { version: version(), ...said } }))),
    approve: () => change(() => answer(api.POST(`${ONE}/approval`, { params: params(), body: { version: version() } }))),
    giveBack: (opinion: string) =>
      change(() => answer(api.POST(`${ONE}/return`, { params: params(), body: { version: version(), opinion } }))),
    disclose: (reason: string) => act(() => answer(api.POST(`${ONE}/disclosure`, { params: params(), body: { reason } }))),
    retire: (reason: string) =>
      change(() => answer(api.POST(`${ONE}/retirement`, { params: params(), body: { version: version(), reason } }))),
  };
}
