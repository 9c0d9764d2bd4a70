import { flushPromises } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const { answers, sent } = vi.hoisted(() => {
  const answers: Record<string, object> = {};
  const sent: string[] = [];
  globalThis.fetch = async (input) => {
    const { pathname } = new URL((input as Request).url);
    sent.push(pathname);
    return new Response(JSON.stringify(answers[pathname] ?? {}), { headers: { 'Content-Type': 'application/json' } });
  };
  return { answers, sent };
});

const { useSitesWithoutServer } = await import('./useSitesWithoutServer.ts');

const seated = (plan: string, site: string): object => ({ plan: { code: plan, name: plan }, site: { id: site, name: site } });
const server = (site: string, state: string): object => ({ id: site, site: { id: site }, state });

async function unserved(): Promise<string[]> {
  const { data } = useSitesWithoutServer();
  await flushPromises();
  return (data.value ?? []).map(({ plan, site }) => `${plan.code} ${site.id}`);
}

describe('the sites without a server', () => {
  beforeEach(() => {
    sent.length = 0;
    answers['/api/seating/sites'] = { items: [seated('P1', 'a'), seated('P1', 'b'), seated('P2', 'c')], next: null };
    answers['/api/node/nodes'] = { items: [server('a', 'ENROLLED'), server('b', 'WITHDRAWN')], next: null };
    answers['/api/plan/plans/P1'] = { code: 'P1', phase: 'CLOSED' };
    answers['/api/plan/plans/P2'] = { code: 'P2', phase: 'CLOSED' };
  });

  it('are those whose only server is out of use, and those that never had one', async () => {
    expect(await unserved()).toEqual(['P1 b', 'P2 c']);
  });

  it('are not told of exams that are over', async () => {
    answers['/api/plan/plans/P2'] = { code: 'P2', phase: 'MARKING' };
    expect(await unserved()).toEqual(['P1 b']);
  });

  it('are not looked for where nobody has a seat', async () => {
    answers['/api/seating/sites'] = { items: [], next: null };
    expect(await unserved()).toEqual([]);
    expect(sent).toEqual(['/api/seating/sites']);
  });
});
