import { ref } from 'vue';
import { api } from '../../../api/client.ts';
import { useAct } from '../../../shell/useAct.ts';
import type { Problem, Result, Subject } from '../types.ts';

/** A subject of somebody's registration. */
export interface Sitting {
  name: string;
  key: Result['key'];
  subject: Subject;
}

const sent = ({ key, subject }: Pick<Sitting, 'key' | 'subject'>) => ({ ...key, subject });

/** Saying that there is no score where nothing else can be done, and taking that back. */
export function useLosses(plan: () => string) {
  const { refusal, busy, act } = useAct();
  const about = ref<Sitting | null>(null);
  const params = () => ({ path: { plan: plan() } });

  /** True when it is settled; of runs that were handed in only where somebody says so once more. */
  async function lose(problems: Problem[], reason: string, despite: boolean): Promise<boolean> {
    const scripts = problems.flatMap(({ kind, script }) => (kind === 'NOT_RETURNED' && script !== null ? [script] : []));
    const sittings = problems.filter(({ kind }) => kind !== 'NOT_RETURNED').map(sent);
    const body = { scripts, sittings, reason, despite };
    return (await act(() => api.POST('/api/result/plans/{plan}/losses', { params: params(), body }))) !== null;
  }

  function ask(sitting: Sitting): void {
    refusal.value = null;
    about.value = sitting;
  }

  /** True when it is taken back. */
  async function takeBack(reason: string): Promise<boolean> {
    const body = { sittings: about.value === null ? [] : [sent(about.value)], reason };
    return (await act(() => api.POST('/api/result/plans/{plan}/losses/withdrawal', { params: params(), body }))) !== null;
  }

  return { about, refusal, busy, lose, ask, takeBack };
}
