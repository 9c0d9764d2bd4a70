import { describe, expect, it } from 'vitest';
import { createNode } from '../node.ts';
import { AN_INVIGILATOR, aNetwork, aSeat, later } from '../testing.ts';
import { useActs } from './useActs.ts';
import { useRoomMessage } from './useRoomMessage.ts';

it('pressing twice acts once, and the board is asked again afterwards', async () => {
  const answer = later<Response>();
  const { ask, asked } = aNetwork(() => answer.promise);
  let refreshed = 0;
  const acts = useActs(createNode(ask), AN_INVIGILATOR, () => (refreshed += 1));
  const first = acts.act(aSeat(1), { kind: 'message', text: '你好' });
  const second = acts.act(aSeat(1), { kind: 'message', text: '你好' });
  expect(acts.busy.value).toBe(true);
  answer.resolve(new Response(null, { status: 204 }));
  await Promise.all([first, second]);
  expect([asked.length, refreshed, acts.busy.value, acts.result.value?.tone]).toEqual([1, 1, false, 'success']);
});

describe('a message to the room', () => {
  it('that failed for one is sent again to that one only', async () => {
    let failing = true;
    const { ask, asked } = aNetwork(({ url }) => new Response(null, { status: failing && url.pathname.includes('attempt-2') ? 503 : 204 }));
    const message = useRoomMessage(createNode(ask));
    message.text.value = ' 请勿交谈 ';
    message.confirm([aSeat(1), aSeat(2), aSeat(3)]);
    await message.send();
    expect(message.sent.value.failed.map((seat) => seat.seat)).toEqual([2]);
    failing = false;
    await message.again();
    expect([message.sent.value.sent.length, message.sent.value.failed.length, message.step.value]).toEqual([3, 0, 'sent']);
    expect(asked).toHaveLength(4);
    expect(asked.every(({ body }) => JSON.stringify(body) === '{"text":"请勿交谈"}')).toBe(true);
  });
});
