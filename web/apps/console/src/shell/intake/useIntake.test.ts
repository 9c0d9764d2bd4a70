import { beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import type { Intake, IntakeApi } from './kind.ts';
import { useIntake } from './useIntake.ts';

const answers: Intake[] = [];
const asked: string[] = [];

async function next(call: string): Promise<Intake> {
  asked.push(call);
  const found = answers.length > 1 ? answers.shift() : answers[0];
  return found as Intake;
}

const api = { get: (id) => next(`get ${id}`), enter: (id) => next(`enter ${id}`) } as Partial<IntakeApi> as IntakeApi;
const at = (state: string, job: string | null): Intake => ({ id: '7', state, job: job && { state: job } }) as Intake;

async function phaseOf(state: string, job: string | null) {
  answers.splice(0, answers.length, at(state, job));
  const scope = effectScope();
  const one = scope.run(() => useIntake(api, () => '7'));
  await vi.waitFor(() => expect(one?.data.value).not.toBeNull());
  const phase = one?.phase.value;
  scope.stop();
  return phase;
}

describe('an import', () => {
  beforeEach(() => {
    asked.length = 0;
  });

  it('is where its state and its work say', async () => {
    expect(await phaseOf('READING', 'WAITING')).toBe('reading');
    expect(await phaseOf('READING', 'FAILED')).toBe('unread');
    expect(await phaseOf('READING', 'CANCELLED')).toBe('unread');
    expect(await phaseOf('READ', 'DONE')).toBe('looking');
    expect(await phaseOf('ENTERING', 'RUNNING')).toBe('entering');
    expect(await phaseOf('ENTERING', 'CANCELLED')).toBe('halfway');
    expect(await phaseOf('ENTERED', 'DONE')).toBe('entered');
  });

  it('whose work has just ended is not taken for stopped', async () => {
    expect(await phaseOf('READING', 'DONE')).toBe('reading');
  });

  it('that is entered is asked for again until it is done', async () => {
    vi.useFakeTimers();
    answers.splice(0, answers.length, at('READ', 'DONE'), at('ENTERING', 'WAITING'), at('ENTERING', 'RUNNING'), at('ENTERED', 'DONE'));
    const scope = effectScope();
    const one = scope.run(() => useIntake(api, () => '7'));
    await vi.waitFor(() => expect(one?.phase.value).toBe('looking'));
    expect(await one?.enter()).toBe(true);
    expect(one?.phase.value).toBe('entering');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(one?.phase.value).toBe('entered');
    const sofar = asked.length;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked.length).toBe(sofar);
    expect(asked.filter((call) => call !== 'get 7')).toEqual(['enter 7']);
    scope.stop();
    vi.useRealTimers();
  });
});
