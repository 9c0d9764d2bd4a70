import { computed } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { useListPlace } from '../../../shell/useListPlace.ts';
import { usePolling } from '../../../shell/usePolling.ts';
import type { PrintKind } from '../types.ts';

const LIMIT = 10;

/** What was printed, newest first, asked again while something is being drawn; of one plan at one site, or of all that the address says. */
export function usePrints(only?: () => { plan: string; site: string }) {
  const place = useListPlace();
  const plan = computed(() => only?.().plan ?? place.word('plan'));
  const asked = useAsk(() => {
    const query = { plan: plan.value, site: only?.().site, after: place.after.value, limit: LIMIT };
    return answer(api.GET('/api/printing/prints', { params: { query } }));
  });
  const { refusal, busy, act } = useAct();
  place.follow(asked.load);
  usePolling(asked.load, () => asked.data.value?.items.some((print) => print.state === 'WAITING') ?? false);

  /** True when it has been begun. */
  async function order(of: { plan: string; site: string | null }, kinds: PrintKind[]): Promise<boolean> {
    const ordered = await act(() => answer(api.POST('/api/printing/prints', { body: { ...of, kinds } })));
    await asked.load();
    return ordered !== null;
  }

  return {
    ...asked,
    plan,
    refusal,
    busy,
    order,
    hasPrevious: place.hasPrevious,
    filter: (wanted: string | undefined) => place.filter({ plan: wanted }),
    next: () => place.next(asked.data.value?.next),
    previous: place.previous,
  };
}
