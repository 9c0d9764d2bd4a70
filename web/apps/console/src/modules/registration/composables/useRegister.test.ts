import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Candidate } from '../types.ts';

const { sent, answers } = vi.hoisted(() => {
  const sent: { address: string; body: unknown }[] = [];
  const answers: { status: number; body: object }[] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    sent.push({ address: new URL(request.url).pathname, body: await request.clone().json() });
    const { status, body } = answers.shift() ?? { status: 500, body: {} };
    return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  };
  document.cookie = 'XSRF-ONEX-CENTER=abc';
  return { sent, answers };
});

const { useRegister } = await import('./useRegister.ts');
const { usePicked } = await import('./usePicked.ts');

const person = (name: string): Candidate => ({ candidate: `c-${name}`, enrolment: `e-${name}`, name, state: 'ACCURATE' }) as Candidate;
const what = { plan: 'HK-2024-1-01', qualification: 'WDYY', level: 'ELEMENTARY' as const };

describe('registering people', () => {
  beforeEach(() => {
    sent.length = 0;
    answers.length = 0;
  });

  it('tells by name who could not be, and counts the others', async () => {
    const reasons = [{ code: 'PHOTO_MISSING', facts: {} }];
    const refused = [{ person: { candidate: 'c-乙', enrolment: 'e-乙' }, reasons }];
    answers.push({ status: 200, body: { registered: [{ candidate: 'c-甲', id: '1' }], refused } });
    const { register, outcome } = useRegister();
    expect(await register([person('甲'), person('乙')], what, 's')).toBe(true);
    expect(outcome.value).toEqual({ count: 1, refused: [{ person: person('乙'), reasons }] });
    const people = ['甲', '乙'].map((name) => ({ candidate: `c-${name}`, enrolment: `e-${name}` }));
    expect(sent).toEqual([{ address: '/api/registration/registrations', body: { ...what, site: 's', people } }]);
  });

  it('that is refused as a whole says why and shows no outcome of before', async () => {
    answers.push({ status: 200, body: { registered: [], refused: [] } }, { status: 422, body: { code: 'registration.too-many' } });
    const { register, outcome, refusal } = useRegister();
    await register([person('甲')], what, 's');
    expect(await register([person('甲')], what, 's')).toBe(false);
    expect(outcome.value).toBeNull();
    expect(refusal.value?.code).toBe('registration.too-many');
  });
});

describe('picking people', () => {
  it('keeps each once, over several pages, until they are let go', () => {
    const { people, pick, isPicked, clear } = usePicked();
    pick([person('甲'), person('乙')], true);
    pick([person('甲'), person('丙')], true);
    pick([person('乙')], false);
    expect(people.value.map(({ name }) => name)).toEqual(['甲', '丙']);
    expect(isPicked(person('乙'))).toBe(false);
    clear();
    expect(people.value).toEqual([]);
  });
});
