import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useFilteredList } from '../../../shell/useList.ts';
import { useRefreshing } from '../../../shell/useRefreshing.ts';

/** The exam servers of the sites that one may see, asked again and again: how they are changes by itself. */
export function useNodeList() {
  const list = useFilteredList(
    ({ word }) => ({ site: word('site') }),
    (query) => answer(api.GET('/api/node/nodes', { params: { query } })),
  );
  const { refusal, busy, act } = useAct();
  useRefreshing(list);

  /** True when it is done. */
  async function withdraw(id: string, reason: string): Promise<boolean> {
    const params = { path: { id } };
    const withdrawn = await act(() => answer(api.POST('/api/node/nodes/{id}/withdrawal', { params, body: { reason } })));
    await list.load();
    return withdrawn !== null;
  }

  return { ...list, refusal, forget: (): void => void (refusal.value = null), busy, withdraw };
}
