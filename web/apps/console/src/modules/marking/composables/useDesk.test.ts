import { effectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const { sent, answers } = vi.hoisted(() => {
  const sent: { what: string; body: unknown }[] = [];
  const answers: { status: number; body?: object }[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const what = `${request.method} ${new URL(request.url).pathname}`;
    if (what === 'GET /api/marking/plans') {
      return Response.json({ items: [{ plan: { code: 'P', name: '计划' }, works: 3, marked: 1 }], next: null });
    }
    sent.push({ what, body: request.method === 'PUT' ? await request.json() : null });
    const { status, body } = answers.shift() ?? { status: 500, body: {} };
    const headers = { 'Content-Type': 'application/json', ...(body ? {} : { 'Content-Length': '0' }) };
    return new Response(body ? JSON.stringify(body) : null, { status, headers });
  };
  document.cookie = 'XSRF-ONEX-CENTER=abc';
  return { sent, answers };
});

const { useDesk } = await import('./useDesk.ts');

const work = (script: string) => ({ status: 200, body: { work: { script, item: 'W01', version: 4 } } });

describe('the desk', () => {
  let scope = effectScope();
  beforeEach(() => {
    scope = effectScope();
    sent.length = 0;
    answers.length = 0;
  });
  afterEach(() => scope.stop());

  async function desk() {
    const opened = scope.run(() => useDesk(() => 'P'));
    await vi.waitFor(() => expect(opened?.busy.value).toBe(false));
    if (!opened) {
      throw new Error('no desk');
    }
    return opened;
  }

  it('takes a work, saves what was given for the version that was read, and takes the next', async () => {
    answers.push(work('s1'), { status: 200, body: {} }, work('s2'));
    const { work: held, save, take } = await desk();
    expect(held.value?.work.script).toBe('s1');
    expect(await save({ a: 3 }, '好')).toBe(true);
    await take();
    expect(held.value?.work.script).toBe('s2');
    expect(sent).toEqual([
      { what: 'POST /api/marking/plans/P/works/next', body: null },
      { what: 'PUT /api/marking/scripts/s1/works/W01', body: { version: 4, points: { a: 3 }, remark: '好' } },
      { what: 'POST /api/marking/plans/P/works/next', body: null },
    ]);
  });

  it('is empty when no work is left', async () => {
    answers.push({ status: 204 });
    const { work: held, begun, save } = await desk();
    expect(held.value).toBeNull();
    expect(begun.value).toBe(true);
    expect(await save({}, '')).toBe(false);
    expect(sent).toHaveLength(1);
  });

  it('keeps the work whose marks were refused, and says why', async () => {
    answers.push(work('s1'), { status: 409, body: { code: 'marking.stale' } });
    const { work: held, save, refusal } = await desk();
    expect(await save({ a: 3 }, '')).toBe(false);
    expect(refusal.value?.code).toBe('marking.stale');
    expect(held.value?.work.script).toBe('s1');
  });

  it('that cannot be reached has not begun', async () => {
    answers.push({ status: 503, body: {} });
    const { begun, refusal } = await desk();
    expect(begun.value).toBe(false);
    expect(refusal.value).not.toBeNull();
  });
});
