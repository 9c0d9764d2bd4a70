import { describe, expect, it } from 'vitest';
import { checkScreen, checkServer, checkStorage, checkTime } from './checks.ts';
import words from './locales/zh-CN.json';

const answer = (body: unknown, headers: Record<string, string> = {}) =>
  (async () => new Response(JSON.stringify(body), { headers })) as unknown as typeof fetch;

describe('the screen', () => {
  it('is large enough at 1024×768 and not below', () => {
    expect(checkScreen(1024, 768).state).toBe('good');
    expect(checkScreen(1023, 768).state).toBe('bad');
    expect(checkScreen(1920, 767).state).toBe('bad');
  });
});

describe('the time', () => {
  const server = '2024-05-18T14:00:00+08:00';
  const at = Date.parse(server);

  it('may differ by two seconds in either direction', () => {
    expect(checkTime(server, at - 2000, at - 2000).state).toBe('good');
    expect(checkTime(server, at + 2000, at + 2000).state).toBe('good');
    expect(checkTime(server, at + 2001, at + 2001)).toEqual({ state: 'doubtful', facts: { seconds: '2.0' } });
  });

  it('does not blame the machine for a slow network', () => {
    expect(checkTime(server, at - 3000, at + 3000).state).toBe('good');
  });
});

describe('the server', () => {
  it('is reached when it tells its time', async () => {
    const { connection, time } = await checkServer(answer({ now: new Date().toISOString() }));
    expect([connection.state, time.state]).toEqual(['good', 'good']);
  });

  it('with a moved clock is compared by its own time', async () => {
    const { time, now } = await checkServer(
      answer({ now: '2024-04-22T09:00:00+08:00', movable: true }, { Date: new Date().toUTCString() }),
    );
    expect(time.state).toBe('good');
    expect(now).toBe('2024-04-22T09:00:00+08:00');
  });

  it('is not reached when something else answers', async () => {
    expect((await checkServer(answer('a portal page'))).connection.state).toBe('bad');
  });
});

describe('the storage', () => {
  it('of a browser without IndexedDB is bad', async () => {
    expect((await checkStorage(undefined)).state).toBe('bad');
  });
});

describe('the sentences', () => {
  it('exist for every state that a check can end in', () => {
    const ends = { connection: ['good', 'bad'], time: ['good', 'doubtful'], storage: ['good', 'bad'], screen: ['good', 'bad'] } as const;
    for (const [name, states] of Object.entries(ends)) {
      expect(states.map((state) => words[name as keyof typeof ends][state])).not.toContain('');
    }
  });
});
