import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useList } from '../../../shell/useList.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';
import type { Issue } from '../types.ts';

/** Issues whose files are not all made though both have signed, and beginning again with one that broke. */
export function useMakings() {
  const list = useList((query) => answer(api.GET('/api/certificate/issues', { params: { query: { ...query, state: 'SIGNED' } } })));
  const { refusal, busy, act } = useAct();
  useRefreshing(list);

  async function beginAgain({ id }: Issue): Promise<void> {
    await act(() => answer(api.POST('/api/certificate/issues/{id}/making', { params: { path: { id } } })));
    await list.load();
  }

  return { list, refusal, busy, beginAgain };
}
