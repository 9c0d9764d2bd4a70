import { computed, ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import { useAsk } from '../../../shell/useAsk.ts';
import { sendersOf, type Doubt, type Script } from '../types.ts';

/** Of two exam servers' scripts, or one from elsewhere, none counts yet: one has to be named to look at either. */
const firstNode = (doubt: Doubt): string | undefined =>
  doubt.kind === 'TWO_SCRIPTS' || doubt.kind === 'MOVED' ? sendersOf(doubt)[0]?.id : undefined;

/** Deciding which revision of a doubtful script counts, from which exam server. */
export function useDecision() {
  const doubt = ref<Doubt | null>(null);
  const { refusal, busy, act } = useAct();
  const script = useAsk(async (): Promise<Script | null> => {
    const wanted = doubt.value;
    if (wanted === null) {
      return null;
    }
    const params = { path: { script: wanted.script }, query: { node: firstNode(wanted) } };
    return answer(api.GET('/api/script/scripts/{script}', { params }));
  });

  /** Fetches what there is to choose from; that somebody looked is on the trail. */
  async function ask(about: Doubt): Promise<void> {
    refusal.value = null;
    script.data.value = null;
    doubt.value = about;
    await script.load();
  }

  /** True when it is decided. */
  async function decide(node: string, revision: number, reason: string): Promise<boolean> {
    const params = { path: { script: doubt.value?.script ?? '' } };
    return (await act(() => api.POST('/api/script/scripts/{script}/decision', { params, body: { node, revision, reason } }))) !== null;
  }

  return { doubt, receipts: computed(() => script.data.value?.receipts ?? null), unread: script.problem, refusal, busy, ask, decide };
}
