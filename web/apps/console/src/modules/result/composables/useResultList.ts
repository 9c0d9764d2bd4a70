import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { LEVELS, OUTCOMES, STATUSES, type EntryStatus, type Level, type Outcome } from '../types.ts';

const LIMIT = 50;

export interface ResultFilters {
  college?: string;
  level?: Level;
  outcome?: Outcome;
  status?: EntryStatus;
  text?: string;
}

/** The results of a plan, a person a row; a college sees its own people's, once they are public. */
export function useResultList(plan: () => string) {
  return useFilteredList(
    ({ word, oneOf }): ResultFilters => ({
      college: word('college'),
      level: oneOf('level', LEVELS),
      outcome: oneOf('outcome', OUTCOMES),
      status: oneOf('status', STATUSES),
      text: word('text'),
    }),
    (wanted) => {
      const params = { path: { plan: plan() }, query: { ...wanted, limit: LIMIT } };
      return answer(api.GET('/api/result/plans/{plan}/results', { params }));
    },
  );
}
