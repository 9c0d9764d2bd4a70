import { computed, watch } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { OpeningRow, SeatAt, SiteSeating } from '../types.ts';
import { withRoomsInWords } from '../words.ts';

const ONE = '/api/seating/plans/{plan}/sites/{site}';

/** One plan at one site, and what its college and its awarding body do with it. Each act names the version that was read. */
export function useSiteSeating(plan: () => string, site: () => string) {
  const params = (): { path: { plan: string; site: string } } => ({ path: { plan: plan(), site: site() } });
  const asked = useAsk(() => answer(api.GET(ONE, { params: params() })));
  const { refusal, busy, act } = useAct();
  watch([plan, site], () => void asked.load(), { immediate: true });
  const version = (): number => asked.data.value?.version ?? 0;

  /** True when it is done. */
  async function change(doing: () => Promise<SiteSeating>): Promise<boolean> {
    const changed = await act(doing);
    asked.data.value = changed ?? asked.data.value;
    return changed !== null;
  }

  return {
    ...asked,
    refusal: computed(() => refusal.value && withRoomsInWords(refusal.value, asked.data.value?.rooms ?? [])),
    forget: (): void => void (refusal.value = null),
    busy,
    open: (openings: OpeningRow[]) =>
      change(() => answer(api.PUT(`${ONE}/openings`, { params: params(), body: { version: version(), openings } }))),
    arrange: (seed: number | null) =>
      change(() => answer(api.POST(`${ONE}/arrangement`, { params: params(), body: { version: version(), seed } }))),
    withdraw: (reason: string) =>
      change(() => answer(api.POST(`${ONE}/arrangement/withdrawal`, { params: params(), body: { version: version(), reason } }))),
    swap: (first: SeatAt, second: SeatAt, reason: string) =>
      change(() => answer(api.POST(`${ONE}/swaps`, { params: params(), body: { version: version(), reason, first, second } }))),
  };
}
