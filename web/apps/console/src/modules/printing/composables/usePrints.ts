import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { usePolling } from '../../../shell/usePolling.ts';
import type { PrintKind } from '../types.ts';

/** What was printed, newest first, asked again while something is being drawn; of one plan at one site, or of all that the address says. */
export function usePrints(only?: () => { plan: string; site: string }) {
  const list = useFilteredList(
    ({ word }) => ({ plan: only?.().plan ?? word('plan') }),
    (wanted) => answer(api.GET('/api/printing/prints', { params: { query: { ...wanted, site: only?.().site, limit: 10 } } })),
  );
  const { refusal, busy, act } = useAct();
  usePolling(list.load, () => list.data.value?.items.some((print) => print.state === 'WAITING') ?? false);

  /** True when it has been begun. */
  async function order(of: { plan: string; site: string | null }, kinds: PrintKind[]): Promise<boolean> {
    const ordered = await act(() => answer(api.POST('/api/printing/prints', { body: { ...of, kinds } })));
    await list.load();
    return ordered !== null;
  }

  return { ...list, refusal, busy, order };
}
