import { answer, api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import type { Candidate, Values } from '../types.ts';

/** Enters one candidate by hand. */
export function useNewCandidate() {
  const { refusal, busy, act } = useAct();
  const add = (values: Values): Promise<Candidate | null> =>
    act(() => answer(api.POST('/api/candidate/enrolments', { body: { values: values as Record<string, string> } })));
  return { refusal, busy, add };
}
