import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';

/** One work that a marker holds or has marked, to look at again and to change. */
export function useWork(path: { script: string; item: string }) {
  const asked = useAsk(() => answer(api.GET('/api/marking/scripts/{script}/works/{item}', { params: { path } })));
  const { refusal, busy, act } = useAct();

  /** True when it is saved. */
  async function save(points: Record<string, number>, remark: string): Promise<boolean> {
    const version = asked.data.value?.work.version ?? 0;
    const body = { version, points, remark };
    const saved = await act(() => answer(api.PUT('/api/marking/scripts/{script}/works/{item}', { params: { path }, body })));
    return saved !== null;
  }

  void asked.load();
  return { ...asked, refusal, busy, save };
}
