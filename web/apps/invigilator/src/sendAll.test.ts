import { describe, expect, it } from 'vitest';
import { Refusal, Unreachable } from './node.ts';
import { sendAll } from './sendAll.ts';
import { aSeat, later, settled, type Later } from './testing.ts';

const ROOM = Array.from({ length: 10 }, (_, index) => aSeat(index + 1));

describe('a message to the room', () => {
  it('reaches the others when it does not reach one, and tells apart who needs none any more', async () => {
    const counted: number[] = [];
    const result = await sendAll(
      ROOM,
      async ({ seat }) => {
        if (seat === 3) {
          throw new Unreachable();
        }
        if (seat === 5) {
          throw new Refusal(409, 'sitting.handed-in');
        }
      },
      (done) => counted.push(done),
    );
    expect(result.sent).toHaveLength(8);
    expect(result.failed.map((seat) => seat.seat)).toEqual([3]);
    expect(result.handedIn.map((seat) => seat.seat)).toEqual([5]);
    expect(counted).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('leaves the node room for answers: four at a time', async () => {
    const waiting: Later<void>[] = [];
    const all = sendAll(
      ROOM,
      () => {
        const one: Later<void> = later();
        waiting.push(one);
        return one.promise;
      },
      () => undefined,
    );
    await settled();
    expect(waiting).toHaveLength(4);
    waiting[0]?.resolve();
    await settled();
    expect(waiting).toHaveLength(5);
    for (let next = 1; next < ROOM.length; next += 1) {
      waiting[next]?.resolve();
      await settled();
    }
    expect((await all).sent).toHaveLength(10);
  });
});
