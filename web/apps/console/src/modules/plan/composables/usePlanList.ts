import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { LEVELS, PHASES, type Level, type Phase } from '../types.ts';

export interface PlanFilters {
  phase?: Phase;
  level?: Level;
  q?: string;
}

/** The plans that one may see. */
export function usePlanList() {
  return useFilteredList(
    ({ word, oneOf }): PlanFilters => ({ phase: oneOf('phase', PHASES), level: oneOf('level', LEVELS), q: word('q') }),
    (query) => answer(api.GET('/api/plan/plans', { params: { query } })),
  );
}
