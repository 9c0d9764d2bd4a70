import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { KINDS, STATES, type CandidateKind, type CandidateState } from '../types.ts';

export interface CandidateFilters {
  state?: CandidateState;
  kind?: CandidateKind;
  class?: string;
  q?: string;
}

/** The college's own candidates. */
export function useCandidateList() {
  return useFilteredList(
    ({ word, oneOf }): CandidateFilters => ({
      state: oneOf('state', STATES),
      kind: oneOf('kind', KINDS),
      class: word('class'),
      q: word('q'),
    }),
    ({ class: className, ...others }) => {
      const query = { ...others, className, limit: 50 };
      return answer(api.GET('/api/candidate/enrolments', { params: { query } }));
    },
  );
}
