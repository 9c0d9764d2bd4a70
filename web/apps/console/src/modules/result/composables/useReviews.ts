import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { REVIEW_STATES, type Conclusion, type Review } from '../types.ts';

/** The reviews of a plan and what either side does with one; each act is true when it was done. */
export function useReviews(plan: () => string) {
  const list = useFilteredList(
    ({ oneOf }) => ({ state: oneOf('state', REVIEW_STATES) }),
    (wanted) => answer(api.GET('/api/result/reviews', { params: { query: { ...wanted, plan: plan() } } })),
  );
  const { refusal, busy, act } = useAct();
  const of = ({ key: { candidate, id } }: Review) => ({ path: { candidate, id } });
  const path = '/api/result/reviews/{candidate}/{id}';

  return {
    list,
    refusal,
    busy,
    withdraw: async (one: Review): Promise<boolean> =>
      (await act(() => api.POST(`${path}/withdrawal`, { params: of(one), body: { version: one.version } }))) !== null,
    conclude: async (one: Review, outcome: Conclusion, finding: string): Promise<boolean> =>
      (await act(() => api.POST(`${path}/proposal`, { params: of(one), body: { version: one.version, outcome, finding } }))) !== null,
    confirm: async (one: Review): Promise<boolean> =>
      (await act(() => api.POST(`${path}/confirmation`, { params: of(one), body: { version: one.version } }))) !== null,
  };
}
