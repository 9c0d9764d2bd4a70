import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Doubt } from '../types.ts';

const { sent, answers } = vi.hoisted(() => {
  const sent: string[] = [];
  const answers: { status: number; body?: object }[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const { pathname, search } = new URL(request.url);
    sent.push(`${request.method} ${pathname}${search} ${request.method === 'POST' ? await request.text() : ''}`.trim());
    const { status, body } = answers.shift() ?? { status: 500, body: {} };
    return new Response(body ? JSON.stringify(body) : null, { status, headers: { 'Content-Type': 'application/json' } });
  };
  document.cookie = 'XSRF-ONEX-CENTER=abc';
  return { sent, answers };
});

const { useDecision } = await import('./useDecision.ts');

const doubt = (kind: Doubt['kind'], facts: Doubt['facts']): Doubt => ({ script: 's1', kind, facts }) as Doubt;

describe('deciding', () => {
  beforeEach(() => {
    sent.length = 0;
    answers.length = 0;
  });

  it('offers what the servers have sent, and names one of them where none counts yet', async () => {
    const { ask, receipts } = useDecision();
    answers.push({ status: 200, body: { receipts: [{ node: 'n1', revision: 1 }] } }, { status: 200, body: { receipts: [] } });
    await ask(doubt('LATE', { revisions: 2, counts: 2 }));
    expect(receipts.value).toHaveLength(1);
    await ask(doubt('TWO_SCRIPTS', { nodes: [{ id: 'n1' }, { id: 'n2' }] }));
    expect(sent).toEqual(['GET /api/script/scripts/s1', 'GET /api/script/scripts/s1?node=n1']);
  });

  it('sends which one counts and why, and tells a refusal', async () => {
    const { ask, decide, refusal } = useDecision();
    answers.push({ status: 200, body: { receipts: [] } }, { status: 204 }, { status: 409, body: { code: 'script.nothing-to-decide' } });
    await ask(doubt('LATE', {}));
    expect(await decide('n1', 2, '断网')).toBe(true);
    expect(sent[1]).toBe('POST /api/script/scripts/s1/decision {"node":"n1","revision":2,"reason":"断网"}');
    expect(await decide('n1', 2, '断网')).toBe(false);
    expect(refusal.value?.code).toBe('script.nothing-to-decide');
  });

  it('offers nothing of the script before it while the next one is fetched', async () => {
    const { ask, receipts, unread } = useDecision();
    answers.push({ status: 200, body: { receipts: [{ node: 'n1' }] } }, { status: 404, body: { code: 'script.unknown' } });
    await ask(doubt('LATE', {}));
    await ask(doubt('LATE', {}));
    expect(receipts.value).toBeNull();
    expect(unread.value?.code).toBe('script.unknown');
  });
});
