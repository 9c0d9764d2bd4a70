import { describe, expect, it } from 'vitest';
import { createNode, Refusal, Unreachable } from './node.ts';
import { aNetwork, aSeat, json, refused } from './testing.ts';

const ROOM = Array.from({ length: 237 }, (_, index) => aSeat(index + 1));

describe('the seats', () => {
  it('of a large room are read page by page to the end', async () => {
    const { ask, asked } = aNetwork(({ url }) => {
      const from = Number(url.searchParams.get('after') ?? '0');
      const limit = Number(url.searchParams.get('limit'));
      return json({ items: ROOM.slice(from, from + limit), next: from + limit < ROOM.length ? String(from + limit) : null });
    });
    const seats = await createNode(ask).seats(['模拟考场']);
    expect(seats.map((seat) => seat.seat)).toEqual(ROOM.map((seat) => seat.seat));
    expect(asked.map(({ url }) => url.searchParams.get('after'))).toEqual([null, '100', '200']);
    expect(asked.every(({ url }) => url.searchParams.get('room') === '模拟考场')).toBe(true);
  });

  it('of several rooms are asked room by room', async () => {
    const { ask } = aNetwork(({ url }) => json({ items: [aSeat(1, { room: url.searchParams.get('room') ?? '' })], next: null }));
    expect((await createNode(ask).seats(['甲', '乙'])).map((seat) => seat.room)).toEqual(['甲', '乙']);
  });

  it('end when a page leads back to itself', async () => {
    const { ask, asked } = aNetwork(() => json({ items: [aSeat(1)], next: 'again' }));
    await createNode(ask).seats(['模拟考场']);
    expect(asked).toHaveLength(2);
  });

  it('are not half a room when a later page fails', async () => {
    const { ask } = aNetwork(({ url }) =>
      url.searchParams.has('after') ? refused(503, 'sitting.busy') : json({ items: ROOM.slice(0, 100), next: '100' }),
    );
    await expect(createNode(ask).seats(['模拟考场'])).rejects.toBeInstanceOf(Refusal);
  });
});

describe('an answer that is a refusal', () => {
  it('brings its code, its facts and how long to wait', async () => {
    const { ask } = aNetwork(() => json({ code: 'invigilation.too-many-attempts', facts: { a: 1 } }, 429, { 'Retry-After': '42' }));
    await expect(createNode(ask).signIn('J01', '0')).rejects.toMatchObject({
      status: 429,
      code: 'invigilation.too-many-attempts',
      facts: { a: 1, retryAfterSeconds: '42' },
    });
  });

  it.each([
    ['a page of some proxy', async () => new Response('<html>', { status: 502 })],
    ['no answer', async () => Promise.reject(new TypeError('failed'))],
    ['something that is not JSON', async () => new Response('hello')],
  ])('is told from %s', async (_, ask) => {
    await expect(createNode(ask as unknown as typeof fetch).whoAmI()).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('an act', () => {
  it('is sent as the protocol says', async () => {
    const { ask, asked } = aNetwork(() => new Response(null, { status: 204 }));
    const node = createNode(ask);
    const second = { number: 'J02', pin: '2468' };
    await node.unlock('a', '键盘失灵');
    await node.extend('a', { minutes: 5, reason: '停电', second });
    await node.message('a', '请勿交谈');
    await node.handIn('a', '突发疾病', second);
    await node.incident('a', { incident: 'CHEATING', facts: '使用手机', statement: '', second });
    await node.attend('a', 'ABSENT', '没有来');
    await node.signOut();
    expect(asked.map(({ method, url, body }) => [method, url.pathname, body])).toEqual([
      ['POST', '/api/invigilation/attempts/a/unlock', { reason: '键盘失灵' }],
      ['POST', '/api/invigilation/attempts/a/extension', { minutes: 5, reason: '停电', second }],
      ['POST', '/api/invigilation/attempts/a/message', { text: '请勿交谈' }],
      ['POST', '/api/invigilation/attempts/a/hand-in', { reason: '突发疾病', second }],
      ['POST', '/api/invigilation/attempts/a/incidents', { kind: 'CHEATING', facts: '使用手机', statement: '', second }],
      ['PUT', '/api/invigilation/attempts/a/attendance', { present: false, note: '没有来' }],
      ['DELETE', '/api/invigilation/session', null],
    ]);
  });
});
