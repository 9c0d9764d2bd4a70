import { computed, onScopeDispose, ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useSession } from '../../../shell/session.ts';
import { useAsk } from '../../../shell/useAsk.ts';

const LIMIT = 50;
/** As long as somebody still types, nothing is asked. */
const PAUSE = 200;

/** Published plans to choose from, found by part of the name or code; a body's own, and for colleges those of all. */
export function usePlanChoice(onlyOpen: boolean) {
  const { session } = useSession();
  const words = ref('');
  const asked = useAsk(() => {
    const query = { q: words.value || undefined, phase: onlyOpen ? ('OPEN' as const) : undefined, limit: LIMIT };
    return answer(api.GET('/api/plan/plans', { params: { query } }));
  });
  void asked.load();
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));

  function search(typed: string): void {
    words.value = typed.trim();
    clearTimeout(timer);
    timer = setTimeout(() => void asked.load(), PAUSE);
  }

  const concerns = (body: string): boolean => session?.organization.kind !== 'AWARDING_BODY' || session.organization.code === body;
  const plans = computed(() =>
    (asked.data.value?.items ?? []).filter((plan) => plan.phase !== 'DRAFT' && concerns(plan.awardingBody.code)),
  );
  return { plans, waiting: asked.waiting, search };
}
