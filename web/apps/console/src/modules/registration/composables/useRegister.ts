import { ref } from 'vue';
import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import type { Candidate, Offered, Reason } from '../types.ts';

/** What came of registering several people at once. */
export interface Registered {
  count: number;
  refused: { person: Candidate; reasons: Reason[] }[];
}

/** Registers people of the roster; whoever cannot be is told by name, the others are registered. */
export function useRegister() {
  const { refusal, busy, act } = useAct();
  const outcome = ref<Registered | null>(null);

  /** True when it is done, wholly or in part. */
  async function register(people: Candidate[], what: Offered & { plan: string }, site: string): Promise<boolean> {
    outcome.value = null;
    const keys = people.map(({ candidate, enrolment }) => ({ candidate, enrolment }));
    const done = await act(() => answer(api.POST('/api/registration/registrations', { body: { ...what, site, people: keys } })));
    if (done === null) {
      return false;
    }
    const byKey = new Map(people.map((one) => [one.enrolment, one]));
    outcome.value = {
      count: done.registered.length,
      refused: done.refused.flatMap(({ person, reasons }) => {
        const one = byKey.get(person.enrolment);
        return one ? [{ person: one, reasons }] : [];
      }),
    };
    return true;
  }

  return { refusal, busy, outcome, register };
}
