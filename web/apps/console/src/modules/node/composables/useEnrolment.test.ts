import { effectScope } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const { sent, answers } = vi.hoisted(() => {
  const sent: string[] = [];
  const answers: { status: number; body: object }[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const { pathname, search } = new URL(request.url);
    sent.push(`${request.method} ${pathname}${search}`);
    const { status, body } = answers.shift() ?? { status: 500, body: {} };
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  };
  document.cookie = 'XSRF-ONEX-CENTER=abc';
  return { sent, answers };
});

const { useEnrolment } = await import('./useEnrolment.ts');

const nodes = (...ids: string[]) => ({ status: 200, body: { items: ids.map((id) => ({ id, name: `服务器${id}` })), next: null } });
const issued = { status: 201, body: { code: '4F7QK-2M9XD', expiresAt: '2024-05-13T00:00:00Z', site: { id: 's', name: '实训楼' } } };

describe('a code for a server', () => {
  const scope = effectScope();
  const enrolment = scope.run(useEnrolment);

  beforeEach(() => {
    vi.useFakeTimers();
    sent.length = 0;
    answers.length = 0;
    enrolment?.putAway();
  });
  afterEach(() => vi.useRealTimers());

  it('is for the site that was chosen, and waits for a server that was not there before', async () => {
    answers.push(nodes('old'), issued, nodes('old'), nodes('old', 'new'));
    await enrolment?.issue('s');
    expect(sent).toEqual(['GET /api/node/nodes?site=s&limit=200', 'POST /api/node/sites/s/codes']);
    expect(enrolment?.code.value?.code).toBe('4F7QK-2M9XD');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(enrolment?.enrolled.value).toBeNull();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(enrolment?.enrolled.value?.id).toBe('new');
    const asked = sent.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(asked);
  });

  it('that is put away is nowhere any more and asks for nothing', async () => {
    answers.push(nodes(), issued);
    await enrolment?.issue('s');
    enrolment?.putAway();
    expect(enrolment?.code.value).toBeNull();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(2);
  });

  it('that is refused says why and shows none', async () => {
    answers.push(nodes(), { status: 409, body: { code: 'node.site-not-approved' } });
    await enrolment?.issue('s');
    expect(enrolment?.code.value).toBeNull();
    expect(enrolment?.refusal.value?.code).toBe('node.site-not-approved');
  });
});
