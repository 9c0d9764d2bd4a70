import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { MARK_STATES } from '../types.ts';

/** The marks of a plan's scripts, by numbers that say nothing of anybody. */
export function useMarkList(plan: () => string) {
  return useFilteredList(
    ({ oneOf }) => ({ state: oneOf('state', MARK_STATES) }),
    (wanted) => {
      const params = { path: { plan: plan() }, query: { ...wanted, limit: 50 } };
      return answer(api.GET('/api/marking/plans/{plan}/marks', { params }));
    },
  );
}
