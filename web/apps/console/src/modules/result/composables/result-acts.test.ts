import { effectScope, ref } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem, Result, ResultPlan } from '../types.ts';

const { sent, answers } = vi.hoisted(() => {
  const sent: string[] = [];
  const answers = new Map<string, { status: number; body?: object }[]>();
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const what = `${request.method} ${new URL(request.url).pathname}`;
    sent.push(`${what} ${request.method === 'GET' ? '' : await request.text()}`.trim());
    const { status, body } = answers.get(what)?.shift() ?? { status: 500, body: {} };
    return new Response(body ? JSON.stringify(body) : null, { status, headers: { 'Content-Type': 'application/json' } });
  };
  document.cookie = 'XSRF-ONEX-CENTER=abc';
  return { sent, answers };
});

const { useDrawing } = await import('./useDrawing.ts');
const { useApproval } = await import('./useApproval.ts');
const { useAppeal } = await import('./useAppeal.ts');
const { useLosses } = await import('./useLosses.ts');
const { useWaiting } = await import('./useWaiting.ts');

const sheet = (some: Partial<ResultPlan> = {}): ResultPlan =>
  ({ plan: { code: 'P', name: '计划' }, state: 'DRAWN', version: 3, digest: 'd3', drawing: null, approvals: [], ...some }) as ResultPlan;
const job = (state: string) => ({ status: 200, body: { id: 'j1', state, done: 1, total: 2, facts: {} } });

let scope = effectScope();
beforeEach(() => {
  scope = effectScope();
  sent.length = 0;
  answers.clear();
});
afterEach(() => scope.stop());

describe('the sheet of a plan', () => {
  function opened(plan = ref<ResultPlan | null>(sheet())) {
    const changed = vi.fn(async () => undefined);
    const used = scope.run(() => ({ ...useDrawing(plan, changed), approval: useApproval(plan, changed) }));
    if (!used) {
      throw new Error('no sheet');
    }
    return { ...used, plan, changed };
  }

  it('is drawn up in the background and followed to its end', async () => {
    const { draw, running, result, changed } = opened();
    answers.set('POST /api/result/plans/P/sheet', [{ status: 202, body: { job: 'j1' } }]);
    answers.set('GET /api/job/jobs/j1', [job('DONE')]);
    expect(await draw('改分后重新汇总')).toBe(true);
    expect(sent[0]).toBe('POST /api/result/plans/P/sheet {"reason":"改分后重新汇总"}');
    expect(running.value).toBeNull();
    expect(result.value?.state).toBe('DONE');
    expect(changed).toHaveBeenCalledOnce();
  });

  it('that somebody else draws up is followed too', async () => {
    const { plan, running } = opened(ref<ResultPlan | null>(null));
    answers.set('GET /api/job/jobs/j1', [job('RUNNING')]);
    plan.value = sheet({ state: 'NONE', drawing: { job: 'j1' } });
    await vi.waitFor(() => expect(running.value?.id).toBe('j1'));
  });

  it('is approved as it was shown, and looked at again when that was refused', async () => {
    const { approval, changed, plan } = opened();
    expect(await approval.ask()).toBe(true);
    plan.value = sheet({ version: 4, digest: 'd4' });
    answers.set('POST /api/result/plans/P/approvals', [{ status: 409, body: { code: 'result.changed', facts: { version: 4 } } }]);
    expect(await approval.approve()).toBe(false);
    expect(sent[0]).toBe('POST /api/result/plans/P/approvals {"version":3,"digest":"d3"}');
    expect(approval.refusal.value?.code).toBe('result.changed');
    expect(changed).toHaveBeenCalledOnce();
  });
});

describe('approving', () => {
  it('begins with who has no score, and not at all while that cannot be read', async () => {
    const plan = ref<ResultPlan | null>(sheet({ lost: 2 }));
    const { ask, shown, lost } = useApproval(plan, async () => undefined);
    expect(await ask()).toBe(false);
    expect(shown.value).toBeNull();
    answers.set('GET /api/result/plans/P/results', [{ status: 200, body: { items: [{ name: '林晓' }], next: null } }]);
    expect(await ask()).toBe(true);
    expect(lost.value).toEqual([{ name: '林晓' }]);
  });
});

describe('saying that there is no score', () => {
  const key = { candidate: 'c', registration: 'r' };
  const of = (kind: Problem['kind'], script: string | null) => ({ kind, script, key, subject: 'THEORY', name: '林晓' }) as Problem;

  it('names runs that never came, and subjects of which nothing can be made', async () => {
    const { lose } = useLosses(() => 'P');
    answers.set('POST /api/result/plans/P/losses', [{ status: 204 }]);
    expect(await lose([of('NOT_RETURNED', 's1'), of('TWO_RUNS', 's2')], '无法补考', false)).toBe(true);
    const sittings = '[{"candidate":"c","registration":"r","subject":"THEORY"}]';
    expect(sent).toEqual([`POST /api/result/plans/P/losses {"scripts":["s1"],"sittings":${sittings},"reason":"无法补考","despite":false}`]);
  });

  it('is taken back for one subject, with a reason', async () => {
    const { ask, takeBack } = useLosses(() => 'P');
    ask(of('TWO_RUNS', 's2'));
    answers.set('POST /api/result/plans/P/losses/withdrawal', [{ status: 204 }]);
    expect(await takeBack('找到了')).toBe(true);
    expect(sent).toEqual([
      'POST /api/result/plans/P/losses/withdrawal {"sittings":[{"candidate":"c","registration":"r","subject":"THEORY"}],"reason":"找到了"}',
    ]);
  });
});

describe('asking for a review', () => {
  it('names the registration, the subject and the reason', async () => {
    const { ask, appeal } = useAppeal();
    expect(await appeal('THEORY', '漏评')).toBe(false);
    expect(sent).toEqual([]);
    ask({ key: { candidate: 'c', registration: 'r' } } as Result);
    answers.set('POST /api/result/reviews', [{ status: 201, body: {} }]);
    expect(await appeal('THEORY', '漏评')).toBe(true);
    expect(sent).toEqual(['POST /api/result/reviews {"candidate":"c","registration":"r","subject":"THEORY","reason":"漏评"}']);
  });
});

describe('what waits', () => {
  it('leaves out plans whose exams are not over', async () => {
    const items = ['A', 'B', 'C'].map((code) => sheet({ plan: { code, name: code }, state: code === 'C' ? 'DRAWN' : 'NONE' }));
    answers.set('GET /api/result/plans', [{ status: 200, body: { items, next: null } }]);
    answers.set('GET /api/plan/plans/A', [{ status: 200, body: { phase: 'MARKING' } }]);
    answers.set('GET /api/plan/plans/B', [{ status: 200, body: { phase: 'CLOSED' } }]);
    const { data } = useWaiting(() => true);
    await vi.waitFor(() => expect(data.value?.map(({ plan }) => plan.code)).toEqual(['A', 'C']));
    expect(sent).not.toContain('GET /api/plan/plans/C');
  });
});
