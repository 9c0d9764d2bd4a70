import { watch, type Ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useBackgroundWork } from '../../../shell/useBackgroundWork.ts';
import type { ResultPlan } from '../types.ts';

/** Drawing up the sheet of a plan in the background; what somebody else has begun is followed too. */
export function useDrawing(plan: Ref<ResultPlan | null>, changed: () => Promise<void>) {
  const { running, result, refusal, busy, follow, start } = useBackgroundWork(changed);
  watch(
    () => plan.value?.drawing?.job,
    (found) => found !== undefined && found !== running.value?.id && void follow(found),
    { immediate: true },
  );

  /** True when it has begun. */
  async function draw(reason: string | null): Promise<boolean> {
    const params = { path: { plan: plan.value?.plan.code ?? '' } };
    return start(() => answer(api.POST('/api/result/plans/{plan}/sheet', { params, body: { reason } })));
  }

  return { running, result, refusal, busy, draw };
}
