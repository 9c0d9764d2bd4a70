import { describe, expect, it } from 'vitest';
import { carryOut, hindrance, meaning, type Act } from './acts.ts';
import { createNode } from './node.ts';
import { aNetwork, aSeat, refused } from './testing.ts';
import { words } from './words.ts';

const UNLOCK: Act = { kind: 'unlock', reason: '键盘失灵' };
const EXTEND: Act = { kind: 'extension', minutes: 8, reason: '停电', second: { number: 'J02', pin: '2468' } };
const HAND_IN: Act = { kind: 'handIn', reason: '突发疾病', second: { number: 'J02', pin: '2468' } };
const INCIDENT: Act = {
  ...{ kind: 'incident', incident: 'CHEATING', facts: '使用手机', statement: '' },
  second: { number: 'J02', pin: '2468' },
};
const ATTENDANCE: Act = { kind: 'attendance', attendance: 'ABSENT', note: '' };
const MESSAGE: Act = { kind: 'message', text: '请勿交谈' };
const done = () => aNetwork(() => new Response(null, { status: 204 }));

describe('an act that is done', () => {
  it.each([
    [UNLOCK, '已解锁 7 号座位（模拟考生007）'],
    [EXTEND, '7 号座位（模拟考生007）已延长 8 分钟。'],
    [MESSAGE, '已发给 7 号座位（模拟考生007）'],
    [HAND_IN, '7 号座位（模拟考生007）已强制交卷。'],
    [INCIDENT, '7 号座位（模拟考生007）的异常情况已登记。'],
    [ATTENDANCE, '7 号座位（模拟考生007）已记为“缺考”。'],
  ])('says so with seat and name: %o', async (act, sentence) => {
    const result = await carryOut(createNode(done().ask), aSeat(7), act, 'J01');
    expect(result.tone).toBe('success');
    expect(result.text).toContain(sentence);
  });
});

describe('an act that fails', () => {
  it('says what was not done, and why', async () => {
    const { ask } = aNetwork(() => refused(422, 'invigilation.second-person'));
    const result = await carryOut(createNode(ask), aSeat(7), EXTEND, 'J01');
    expect(result).toEqual({ tone: 'danger', text: words.extension.failed + words.errors['invigilation.second-person'] });
  });

  it('without any answer does not claim that nothing happened', async () => {
    const { ask } = aNetwork(() => Promise.reject(new TypeError('failed')));
    expect(await carryOut(createNode(ask), aSeat(7), EXTEND, 'J01')).toEqual({ tone: 'danger', text: words.uncertain });
  });

  it('without any answer is the same act when it is done again, and another one after an answer', async () => {
    const keys: (string | null)[] = [];
    const answers = [() => Promise.reject(new TypeError('failed')), () => new Response(null, { status: 204 })];
    const ask: typeof fetch = async (_, init) => {
      keys.push(new Headers(init?.headers).get('Idempotency-Key'));
      return (answers.shift() ?? (() => new Response(null, { status: 204 })))();
    };
    const node = createNode(ask);
    for (let i = 0; i < 3; i += 1) {
      await carryOut(node, aSeat(7), EXTEND, 'J01');
    }
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('without any answer is another act two minutes later', async () => {
    const keys: (string | null)[] = [];
    let time = 0;
    const ask: typeof fetch = (_, init) => {
      keys.push(new Headers(init?.headers).get('Idempotency-Key'));
      return Promise.reject(new TypeError('failed'));
    };
    const node = createNode(ask, () => time);
    await carryOut(node, aSeat(7), MESSAGE, 'J01');
    time = 119_999;
    await carryOut(node, aSeat(7), MESSAGE, 'J01');
    time = 240_000;
    await carryOut(node, aSeat(7), MESSAGE, 'J01');
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it('with a code nobody has a sentence for names the code', async () => {
    const { ask } = aNetwork(() => refused(418, 'invigilation.teapot'));
    expect((await carryOut(createNode(ask), aSeat(7), UNLOCK, 'J01')).text).toContain('invigilation.teapot');
  });
});

describe('an extension', () => {
  it('is for who has not come yet, too, and between the subjects for the one that follows', async () => {
    const { ask, asked } = done();
    const between = aSeat(1, { state: 'HANDED_IN', next: '实操', nextAttempt: 'practice-1' });
    for (const seat of [aSeat(2, { state: 'EXPECTED' }), between]) {
      expect(hindrance('extension', seat)).toBeNull();
      expect((await carryOut(createNode(ask), seat, EXTEND, 'J01')).tone).toBe('success');
    }
    expect(meaning('extension', between)).toContain('实操');
    expect(meaning('extension', aSeat(3))).toBeNull();
    expect(asked.map(({ url }) => url.pathname.split('/').at(-2))).toEqual(['attempt-2', 'practice-1']);
  });

  it('confirmed by the same person is not even sent', async () => {
    const { ask, asked } = done();
    const alone: Act = { ...EXTEND, second: { number: ' j01 ', pin: '1234' } };
    expect((await carryOut(createNode(ask), aSeat(7), alone, 'J01')).text).toBe(words.second.same);
    expect(asked).toEqual([]);
  });
});

describe('what two people do', () => {
  it.each([HAND_IN, INCIDENT])('is not even sent with one of them twice: %o', async (act) => {
    const { ask, asked } = done();
    const alone = { ...act, second: { number: 'j01', pin: '1234' } } as Act;
    expect((await carryOut(createNode(ask), aSeat(7), alone, 'J01')).text).toBe(words.second.same);
    expect(asked).toEqual([]);
  });

  it('an incident that one may sign alone is sent without a second person', async () => {
    const { ask, asked } = done();
    await carryOut(createNode(ask), aSeat(7), { ...INCIDENT, incident: 'HEALTH', second: null } as Act, 'J01');
    expect(asked.map(({ body }) => body)).toEqual([{ kind: 'HEALTH', facts: '使用手机', statement: '', second: null }]);
  });
});

describe('a hand-in for somebody', () => {
  it.each(['EXPECTED', 'ENTERED', 'HANDED_IN'] as const)('who is %s is not sent and says why', async (state) => {
    const { ask, asked } = done();
    const result = await carryOut(createNode(ask), aSeat(7, { state }), HAND_IN, 'J01');
    expect(result).toEqual({ tone: 'danger', text: words.handIn.failed + words.handIn.hindered[state] });
    expect(asked).toEqual([]);
  });
});

describe('an incident and attendance', () => {
  it.each(['EXPECTED', 'ENTERED', 'RUNNING', 'HANDED_IN'] as const)('can be written down of somebody who is %s', (state) => {
    expect([hindrance('incident', aSeat(7, { state })), hindrance('attendance', aSeat(7, { state }))]).toEqual([null, null]);
  });
});

describe('an act that makes no sense', () => {
  it('is not sent to somebody who has not come or has handed in', async () => {
    const { ask, asked } = done();
    for (const seat of [aSeat(1, { state: 'EXPECTED' }), aSeat(1, { state: 'HANDED_IN' }), aSeat(1, { attempt: null })]) {
      for (const act of [UNLOCK, MESSAGE]) {
        expect((await carryOut(createNode(ask), seat, act, 'J01')).tone).toBe('danger');
      }
    }
    for (const seat of [aSeat(1, { state: 'HANDED_IN' }), aSeat(1, { attempt: null })]) {
      expect((await carryOut(createNode(ask), seat, EXTEND, 'J01')).tone).toBe('danger');
    }
    expect(asked).toEqual([]);
  });

  it('is for a subject that was handed in, and says that the next one needs none', () => {
    const between = aSeat(1, { state: 'HANDED_IN', next: '实操' });
    expect(hindrance('unlock', between)).toBe(words.unlock.between);
    expect(hindrance('unlock', { ...between, next: null })).toBe(words.unlock.handedIn);
  });

  it('is a second unlock before the first was used, but not a message', () => {
    const seat = aSeat(1, { unlocked: true });
    expect(hindrance('unlock', seat)).toBe(words.unlock.already);
    expect(hindrance('message', seat)).toBeNull();
  });
});
