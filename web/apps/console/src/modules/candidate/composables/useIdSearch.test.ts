import { beforeEach, describe, expect, it, vi } from 'vitest';

const { sent, found } = vi.hoisted(() => {
  const sent: { address: string; body: unknown }[] = [];
  const found: { candidate: string }[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    sent.push({ address: request.url, body: await request.json() });
    return new Response(JSON.stringify(found), { status: 200, headers: { 'Content-Type': 'application/json' } });
  };
  return { sent, found };
});

const { useIdSearch } = await import('./useIdSearch.ts');

describe('a search by ID number', () => {
  beforeEach(() => {
    sent.length = 0;
    found.length = 0;
    document.cookie = 'XSRF-ONEX-CENTER=abc';
  });

  it('carries the number in the body, never in the address', async () => {
    found.push({ candidate: '7' });
    expect(await useIdSearch().search(' 999999 20000101 0011 ')).toMatchObject({ candidate: '7' });
    expect(sent.map(({ body }) => body)).toEqual([{ idNumber: '999999200001010011' }]);
    expect(sent[0]?.address).not.toContain('999999');
  });

  it('for a number that cannot be right says so and does not ask', async () => {
    const { search, missed, forget } = useIdSearch();
    expect(await search('99999920000101001')).toBeNull();
    expect(missed.value).toBe('length');
    expect(await search('999999200001010012')).toBeNull();
    expect(missed.value).toBe('check');
    expect(sent).toEqual([]);
    forget();
    expect(missed.value).toBeNull();
  });

  it('that finds nobody says so', async () => {
    const { search, missed } = useIdSearch();
    expect(await search('999999200001010011')).toBeNull();
    expect(missed.value).toBe('nobody');
  });
});
