import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { STATES, type SiteState } from '../types.ts';

export interface SiteFilters {
  state?: SiteState;
  qualification?: string;
  q?: string;
}

/** The sites that one applied for or decides on. */
export function useSiteList() {
  return useFilteredList(
    ({ word, oneOf }): SiteFilters => ({ state: oneOf('state', STATES), qualification: word('qualification'), q: word('q') }),
    (query) => answer(api.GET('/api/site/sites', { params: { query } })),
  );
}
