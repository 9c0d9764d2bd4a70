import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { STATES, type BillState } from '../types.ts';

export interface BillFilters {
  state?: BillState;
  plan?: string;
  q?: string;
}

/** The bills that one pays or is paid. */
export function useBillList() {
  return useFilteredList(
    ({ word, oneOf }): BillFilters => ({ state: oneOf('state', STATES), plan: word('plan'), q: word('q') }),
    (query) => answer(api.GET('/api/fee/bills', { params: { query } })),
  );
}
