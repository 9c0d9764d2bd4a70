import { answer, api } from '../../../api/client.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';
import { ISSUE_STATES, type IssueState } from '../types.ts';

export interface IssueFilters {
  plan?: string;
  college?: string;
  state?: IssueState;
}

/** Issues, the newest first. */
export function useIssueList() {
  const list = useFilteredList(
    ({ word, oneOf }): IssueFilters => ({ plan: word('plan'), college: word('college'), state: oneOf('state', ISSUE_STATES) }),
    (query) => answer(api.GET('/api/certificate/issues', { params: { query } })),
  );
  useRefreshing(list);
  return list;
}
