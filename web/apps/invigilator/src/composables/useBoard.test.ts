import { effectScope } from 'vue';
import { describe, expect, it } from 'vitest';
import { createNode } from '../node.ts';
import { AN_INVIGILATOR, aNetwork, aSeat, handTimers, json, later, refused, settled, type Asked } from '../testing.ts';
import { useBoard } from './useBoard.ts';

const TIME = '2024-05-18T14:03:22+08:00';

/** A board with a node that a test can take away, change and bring back, and a clock that stands still. */
async function aBoard(rooms = AN_INVIGILATOR.rooms) {
  const { timers, pass } = handTimers();
  const world = { now: 0, signedOut: 0, answer: (asked: Asked): Response | Promise<Response> => healthy(asked) };
  const { ask, asked } = aNetwork((request) => world.answer(request));
  const scope = effectScope();
  const means = { timers, clock: () => world.now };
  const board = scope.run(() => useBoard(createNode(ask), { ...AN_INVIGILATOR, rooms }, () => (world.signedOut += 1), means));
  if (board === undefined) {
    throw new Error('no board');
  }
  await settled();
  return { board, world, asked, pass, end: () => scope.stop() };
}

function healthy({ url }: Asked): Response {
  return url.pathname === '/api/clock' ? json({ now: TIME }) : json({ items: [aSeat(2), aSeat(1)], next: null });
}

const away = (): Promise<Response> => Promise.reject(new TypeError('failed'));
const asksForSeats = (asked: Asked[]): number => asked.filter(({ url }) => url.pathname.endsWith('/seats')).length;

describe('the board', () => {
  it('shows the seats in order and asks again every two seconds', async () => {
    const { board, asked, pass } = await aBoard();
    expect(board.seats.value.map((seat) => seat.seat)).toEqual([1, 2]);
    await pass(2000);
    expect(asksForSeats(asked)).toBe(2);
  });

  it('does not ask again before the answer is there', async () => {
    const { world, asked, pass } = await aBoard();
    const slow = later<Response>();
    world.answer = () => slow.promise;
    await pass(2000);
    await pass(2000);
    await pass(2000);
    expect(asksForSeats(asked)).toBe(2);
  });

  it('keeps the last picture and its time when the node is away, and goes on by itself', async () => {
    const { board, world, pass } = await aBoard();
    world.answer = away;
    world.now = 60_000;
    await pass(2000);
    await pass(1000);
    expect(board.lost.value).toBe('unreachable');
    expect(board.seats.value).toHaveLength(2);
    expect(board.seen.value?.nodeTime).toBe(Date.parse(TIME));
    expect(board.aged.value).toBe(0);
    world.answer = healthy;
    await pass(2000);
    expect(board.lost.value).toBe('no');
  });

  it('says it too when the node answers with a failure of its own', async () => {
    const { board, world, pass } = await aBoard();
    world.answer = () => refused(500, 'request.failed');
    await pass(2000);
    expect([board.lost.value, board.seats.value.length]).toEqual(['refused', 2]);
  });

  it('lets beats grow older between two answers', async () => {
    const { board, world, pass } = await aBoard();
    world.now = 1700;
    await pass(1000);
    expect(board.aged.value).toBe(1700);
    expect(board.nodeNow.value).toBe(Date.parse(TIME) + 1700);
  });

  it('ends when nobody is signed in any more, and asks no more', async () => {
    const { world, asked, pass } = await aBoard();
    world.answer = () => refused(401, 'invigilation.not-signed-in');
    await pass(2000);
    await pass(2000);
    expect([world.signedOut, asksForSeats(asked)]).toEqual([1, 2]);
  });

  it('asks no more when it is left', async () => {
    const { asked, pass, end } = await aBoard();
    end();
    await pass(2000);
    expect(asksForSeats(asked)).toBe(1);
  });
});

describe('another room', () => {
  it('is not shown the seats of the one before, however late they come', async () => {
    const { board, world, pass } = await aBoard(['甲', '乙']);
    const late = later<Response>();
    world.answer = (asked) => (asked.url.searchParams.get('room') === '甲' ? late.promise : healthy(asked));
    await pass(2000);
    board.enter('乙');
    expect(board.seats.value).toEqual([]);
    late.resolve(json({ items: [aSeat(99, { room: '甲' })], next: null }));
    await settled();
    expect(board.seats.value).toEqual([]);
    await pass(0);
    expect(board.seats.value.map((seat) => seat.seat)).toEqual([1, 2]);
  });

  it('can be all of them', async () => {
    const { board, asked, pass } = await aBoard(['甲', '乙']);
    board.enter('');
    await settled();
    await pass(0);
    expect(asked.filter(({ url }) => url.pathname.endsWith('/seats')).map(({ url }) => url.searchParams.get('room'))).toEqual([
      '甲',
      '甲',
      '乙',
    ]);
  });
});
