import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { STATES, type InvigilatorState } from '../types.ts';

export interface InvigilatorFilters {
  state?: InvigilatorState;
  college?: string;
  q?: string;
}

/** The invigilators that one named or decides on. */
export function useInvigilatorList() {
  return useFilteredList(
    ({ word, oneOf }): InvigilatorFilters => ({ state: oneOf('state', STATES), college: word('college'), q: word('q') }),
    (query) => answer(api.GET('/api/staffing/invigilators', { params: { query } })),
  );
}
