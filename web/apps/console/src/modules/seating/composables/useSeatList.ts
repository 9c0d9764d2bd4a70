import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';

export interface SeatFilters {
  plan?: string;
  site?: string;
  q?: string;
}

/** Who sits where: one's own people wherever they sit, and everybody at one's own sites. */
export function useSeatList() {
  return useFilteredList(
    ({ word }): SeatFilters => ({ plan: word('plan'), site: word('site'), q: word('q') }),
    (wanted) => answer(api.GET('/api/seating/seats', { params: { query: { ...wanted, limit: 50 } } })),
  );
}
