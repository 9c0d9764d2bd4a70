import { answer, api } from '../../../api/client.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import type { BillSummary } from '../types.ts';

const SHOWN = 5;

/** The bills on which something is owed: the first of them, and how many there are. */
export function useOwedBills() {
  return useAsk(async (): Promise<{ bills: BillSummary[]; count: number }> => {
    const pages = await Promise.all(
      (['UNPAID', 'PARTIAL'] as const).map((state) => answer(api.GET('/api/fee/bills', { params: { query: { state, limit: SHOWN } } }))),
    );
    return {
      bills: pages.flatMap((page) => page.items).slice(0, SHOWN),
      count: pages.reduce((sum, page) => sum + page.total.count, 0),
    };
  });
}
