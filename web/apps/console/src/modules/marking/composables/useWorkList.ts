import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { WORK_STATES } from '../types.ts';

/** The works of a plan: a marker's own, for an officer all of them. */
export function useWorkList(plan: () => string) {
  return useFilteredList(
    ({ oneOf }) => ({ state: oneOf('state', WORK_STATES) }),
    (wanted) => {
      const params = { path: { plan: plan() }, query: { ...wanted, limit: 50 } };
      return answer(api.GET('/api/marking/plans/{plan}/works', { params }));
    },
  );
}
