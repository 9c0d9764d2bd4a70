import { ref } from 'vue';
import { api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { planOf } from '../plans.ts';
import type { Work } from '../types.ts';

/** A marker's desk for one plan: one work at a time, which nobody else gets meanwhile, and the next when it is marked. */
export function useDesk(plan: () => string) {
  const work = ref<Work | null>(null);
  const begun = ref(false);
  const { refusal, busy, act } = useAct();
  const progress = useAsk(() => planOf(plan()));
  const params = { path: { plan: plan() } };

  /** The work that is held, or the next one; null when none is left. */
  async function take(): Promise<void> {
    const taken = await act(async () => ({ work: (await api.POST('/api/marking/plans/{plan}/works/next', { params })).data ?? null }));
    if (taken !== null) {
      work.value = taken.work;
      begun.value = true;
    }
    void progress.load();
  }

  /** True when it is saved. */
  async function save(points: Record<string, number>, remark: string): Promise<boolean> {
    const of = work.value?.work;
    if (of === undefined) {
      return false;
    }
    const path = { script: of.script, item: of.item };
    const body = { version: of.version, points, remark };
    return (await act(() => api.PUT('/api/marking/scripts/{script}/works/{item}', { params: { path }, body }))) !== null;
  }

  void take();
  return { work, begun, refusal, busy, progress: progress.data, take, save };
}
