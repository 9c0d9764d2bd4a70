import { computed, ref, watch, type Ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { hasEnded, type Job } from '../../../shell/jobs.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useJob } from '../../../shell/useJob.ts';
import type { ResultPlan } from '../types.ts';

/** Drawing up the sheet of a plan in the background, also one that somebody else has begun, and approving it. */
export function useSheet(plan: Ref<ResultPlan | null>, changed: () => Promise<void>) {
  const { refusal, busy, act } = useAct();
  const result = ref<Job | null>(null);
  const { job, follow } = useJob((ended) => {
    result.value = ended;
    void changed();
  });
  const running = computed(() => (job.value && !hasEnded(job.value) ? job.value : null));
  watch(
    () => plan.value?.drawing?.job,
    (found) => found !== undefined && found !== job.value?.id && void follow(found),
    { immediate: true },
  );

  /** True when it has begun. */
  async function draw(reason: string | null): Promise<boolean> {
    result.value = null;
    const params = { path: { plan: plan.value?.plan.code ?? '' } };
    const begun = await act(() => answer(api.POST('/api/result/plans/{plan}/sheet', { params, body: { reason } })));
    if (begun !== null) {
      await follow(begun.job);
    }
    return begun !== null;
  }

  /** Approves the very sheet that was looked at; true when it is approved. */
  async function approve({ plan: { code }, version, digest }: ResultPlan): Promise<boolean> {
    const body = { version: version ?? 0, digest: digest ?? '' };
    const params = { path: { plan: code } };
    const approved = await act(() => answer(api.POST('/api/result/plans/{plan}/approvals', { params, body })));
    await changed();
    return approved !== null;
  }

  return { running, result, refusal, busy, draw, approve };
}
