import { describe, expect, it } from 'vitest';
import { nextTick, shallowRef } from 'vue';
import { createNode } from '../node.ts';
import { aNetwork, aSeat, later, refused } from '../testing.ts';
import { words } from '../words.ts';
import { useAttendance } from './useAttendance.ts';
import { useRollCall } from './useRollCall.ts';

const done = () => new Response(null, { status: 204 });

function aRoom(answer: Parameters<typeof aNetwork>[0] = done) {
  const { ask, asked } = aNetwork(answer);
  const seats = shallowRef([aSeat(1), aSeat(2)]);
  let looks = 0;
  const attendance = useAttendance(createNode(ask), seats, () => (looks += 1));
  const shown = () => attendance.shown.value.map((seat) => seat.attendance);
  /** The board has looked at the room again. */
  const look = async (...next: ReturnType<typeof aSeat>[]) => {
    seats.value = next;
    await nextTick();
  };
  return { ...attendance, asked, seats, shown, look, looks: () => looks };
}

describe('who came', () => {
  it('stands there at once, and the board is asked again', async () => {
    const room = aRoom();
    await room.write(aSeat(1), 'PRESENT');
    expect(room.shown()).toEqual(['PRESENT', null]);
    expect(room.asked.map(({ method, url, body }) => [method, url.pathname, body])).toEqual([
      ['PUT', '/api/invigilation/attempts/attempt-1/attendance', { present: true, note: '' }],
    ]);
    expect([room.looks(), room.said.value]).toEqual([1, '1 号座位（模拟考生001）已记为“到”。']);
  });

  it('outlasts a look that was under way, and not the one after it: somebody else may have corrected it', async () => {
    const room = aRoom();
    await room.write(aSeat(1), 'PRESENT');
    await room.look(aSeat(1), aSeat(2));
    expect(room.shown()[0]).toBe('PRESENT');
    await room.look(aSeat(1, { attendance: 'ABSENT' }), aSeat(2));
    expect(room.shown()[0]).toBe('ABSENT');
  });

  it('is written down once when a key is pressed twice, and not again when it stands there', async () => {
    const answer = later<Response>();
    const room = aRoom(() => answer.promise);
    const both = [room.write(aSeat(1), 'PRESENT'), room.write(aSeat(1), 'PRESENT')];
    answer.resolve(done());
    await Promise.all(both);
    await room.write(aSeat(2, { attendance: 'PRESENT' }), 'PRESENT');
    expect(room.asked).toHaveLength(1);
  });

  it('is not shown when the node refuses, and until when the candidate may come is told', async () => {
    const room = aRoom(() => refused(409, 'invigilation.may-still-come', { until: '2024-05-18T14:30:00+08:00' }));
    await room.write(aSeat(1, { state: 'EXPECTED' }), 'ABSENT');
    expect(room.shown()).toEqual([null, null]);
    expect(room.problem.value).toBe('1 号座位（模拟考生001）没有记为“缺考”：14:30 前考生还可以入场，不能记为缺考。');
    expect(room.busy.value.size).toBe(0);
  });

  it('is not known when nobody answers', async () => {
    const room = aRoom(() => Promise.reject(new TypeError('failed')));
    await room.write(aSeat(1), 'PRESENT');
    expect(room.problem.value).toContain(words.uncertain);
  });

  it('corrected and written down again is a new word each time', async () => {
    const keys: (string | null)[] = [];
    const node = createNode(async (_, init) => {
      keys.push(new Headers(init?.headers).get('Idempotency-Key'));
      return done();
    });
    await node.attend('a', 'PRESENT');
    await node.attend('a', 'ABSENT');
    await node.attend('a', 'PRESENT');
    expect(new Set(keys).size).toBe(3);
  });
});

describe('a roll call', () => {
  it('writes nothing down before it is confirmed, and then just what was shown', async () => {
    const written: string[] = [];
    const call = useRollCall(
      async (seat, attendance) => void written.push(`${seat.seat} ${attendance}`),
      () => undefined,
    );
    call.propose([aSeat(3), aSeat(4)], 'PRESENT');
    expect([written, call.step.value]).toEqual([[], 'confirm']);
    await call.confirm();
    expect([written.sort(), call.step.value, call.sent.value.failed]).toEqual([['3 PRESENT', '4 PRESENT'], 'sent', []]);
  });

  it('that failed for one is made again for that one, and a new one begins from nothing', async () => {
    let failing = true;
    let looks = 0;
    const tried: number[] = [];
    const call = useRollCall(
      async (seat) => {
        tried.push(seat.seat);
        if (failing && seat.seat === 2) {
          throw new Error('away');
        }
      },
      () => (looks += 1),
    );
    call.propose([aSeat(1), aSeat(2)], 'ABSENT');
    await call.confirm();
    expect(call.sent.value.failed.map((seat) => seat.seat)).toEqual([2]);
    failing = false;
    await call.again();
    expect([call.sent.value.sent.length, call.sent.value.failed.length, looks]).toEqual([2, 0, 2]);
    expect(tried.sort()).toEqual([1, 2, 2]);
    call.propose([aSeat(5)], 'PRESENT');
    expect([call.step.value, call.sent.value.sent]).toEqual(['confirm', []]);
  });
});
