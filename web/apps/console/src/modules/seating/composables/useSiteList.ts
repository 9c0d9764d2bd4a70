import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { STATES, type SeatingState } from '../types.ts';

export interface SiteFilters {
  plan?: string;
  state?: SeatingState;
  q?: string;
}

/** Plans at sites with how far their seats are. */
export function useSiteList() {
  return useFilteredList(
    ({ word, oneOf }): SiteFilters => ({ plan: word('plan'), state: oneOf('state', STATES), q: word('q') }),
    (query) => answer(api.GET('/api/seating/sites', { params: { query } })),
  );
}
