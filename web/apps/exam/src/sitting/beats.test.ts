// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import { batch } from './batch.ts';
import { Beats, type BeatEars } from './beats.ts';
import type { Journal } from './journal.ts';
import { backOff, Node, PATIENCE_MS } from './node.ts';
import { aJournal, AT, ATTEMPT, FakeNode, json, ManualClock, refuse, RUN, settle } from './testing.ts';

async function aLoop(journal?: Journal) {
  const kept = journal ?? (await aJournal());
  const [clock, server] = [new ManualClock(), new FakeNode()];
  const ears = { answered: vi.fn(), line: vi.fn(), stuck: vi.fn(), handedInBefore: vi.fn(), lost: vi.fn() };
  const all: BeatEars = { ...ears, mayGoOn: () => kept.owns(RUN, 'w1') };
  const beats = new Beats({ journal: kept, node: new Node(server.fetch, clock), clock, random: () => 1 }, RUN, all);
  const type = async (value: string, item = 'S01') => {
    await kept.append(RUN, 'w1', item, value, AT);
    beats.nudge();
  };
  return { journal: kept, clock, server, ears, beats, type };
}

describe('the beat', () => {
  it('brings a change within a second, and comes every five seconds without one', async () => {
    const { clock, server, beats, type } = await aLoop();
    beats.start();
    await clock.advance(0);
    expect(server.beats).toHaveLength(1);
    await type('A');
    await clock.advance(1000);
    expect(server.durable()).toBe(1);
    expect(server.beats).toHaveLength(2);
    await clock.advance(5000);
    expect(server.beats).toHaveLength(3);
  });

  it('has one request on the way at a time', async () => {
    const { clock, server, beats, type } = await aLoop();
    let answer: (response: Response) => void = () => undefined;
    server.routes['/beat'] = () => new Promise((resolve) => (answer = resolve));
    beats.start();
    await clock.advance(0);
    await type('A');
    await type('B');
    await clock.advance(3000);
    expect(server.requests).toHaveLength(1);
    server.routes = {};
    answer(json({ durableSeq: 0, remainingMs: 1, handInInMs: 0, state: 'RUNNING', instructions: [], receipt: null }));
    await clock.advance(500);
    expect(server.requests).toHaveLength(2);
    expect(server.durable()).toBe(2);
  });

  it('keeps entries while the line is down and sends them again, in order, until they are acknowledged', async () => {
    const { journal, clock, server, ears, beats, type } = await aLoop();
    server.line = false;
    beats.start();
    await type('A');
    await type('B');
    await clock.advance(20_000);
    expect(await journal.unsent(RUN)).toBe(2);
    expect(ears.line).toHaveBeenLastCalledWith('down');
    server.line = true;
    await clock.advance(5000);
    expect([...server.stored.values()]).toEqual(['S01=A', 'S01=B']);
    expect(await journal.unsent(RUN)).toBe(0);
    expect(ears.line).toHaveBeenLastCalledWith('up');
  });

  it('sends again what was stored but whose acknowledgement was lost', async () => {
    const { journal, clock, server, beats, type } = await aLoop();
    server.next = ['lost answer'];
    await type('A');
    await clock.advance(300);
    expect(server.durable()).toBe(1);
    expect(await journal.unsent(RUN)).toBe(1);
    await clock.advance(1000);
    expect(server.beats.map((beat) => beat.entries.map((entry) => entry.seq))).toEqual([[1], [1]]);
    expect(await journal.unsent(RUN)).toBe(0);
    beats.stop();
  });

  it.each([
    ['a page of something else', () => new Response('<html>', { status: 200 })],
    ['an empty object', () => json({})],
    ['a failure of the server', () => new Response('', { status: 500 })],
    ['a refusal without a code', () => json({}, 404)],
  ])('does not take %s for an acknowledgement', async (_, answer) => {
    const { journal, clock, server, type } = await aLoop();
    server.next = [answer()];
    await type('A');
    await clock.advance(300);
    expect(await journal.unsent(RUN)).toBe(1);
    await clock.advance(5000);
    expect(await journal.unsent(RUN)).toBe(0);
  });

  it('never forgets more than the request carried, whatever the answer claims', async () => {
    const { journal, clock, server, type } = await aLoop();
    server.answer = { durableSeq: 99 };
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    server.routes['/beat'] = async () => {
      await held;
      server.routes = {};
      return json({ durableSeq: 99, remainingMs: 1, handInInMs: 0, state: 'RUNNING', instructions: [], receipt: null });
    };
    await type('A');
    await clock.advance(300);
    await journal.append(RUN, 'w1', 'S01', 'B', AT);
    release();
    await settle();
    expect((await journal.pending(RUN, 9)).map((entry) => entry.value)).toEqual(['B']);
  });

  it('forgets only the part that became durable', async () => {
    const { journal, clock, server, type } = await aLoop();
    await type('A');
    await type('B');
    server.next = [json({ durableSeq: 1, remainingMs: 1, handInInMs: 0, state: 'RUNNING', instructions: [], receipt: null })];
    await clock.advance(300);
    expect((await journal.pending(RUN, 9)).map((entry) => entry.seq)).toEqual([2]);
  });

  it('sends everything once more after a gap, and gives up if the node lost what it had acknowledged', async () => {
    const { journal, clock, server, ears, type } = await aLoop();
    await type('A');
    server.next = [refuse(409, 'sitting.entries-missing', { durableSeq: 0 })];
    await clock.advance(1000);
    expect(server.durable()).toBe(1);
    expect(ears.stuck).not.toHaveBeenCalled();
    server.stored.clear();
    await type('B');
    await clock.advance(2000);
    expect(ears.stuck).toHaveBeenCalledWith(expect.objectContaining({ code: 'sitting.entries-missing' }));
    expect(await journal.unsent(RUN)).toBe(1);
  });

  it.each(['sitting.entry-differs', 'sitting.epoch-unknown', 'sitting.entry-invalid', 'sitting.journal-full'])(
    'stops at %s and keeps the entries',
    async (code) => {
      const { journal, clock, server, ears, type } = await aLoop();
      await type('A');
      server.next = [refuse(409, code, { seq: 1 })];
      await clock.advance(30_000);
      expect(ears.stuck).toHaveBeenCalledTimes(1);
      expect(server.beats).toHaveLength(1);
      expect(await journal.unsent(RUN)).toBe(1);
    },
  );

  it('waits as long as a busy node asks, and then sends again', async () => {
    const { clock, server, ears, type } = await aLoop();
    await type('A');
    server.next = [refuse(503, 'sitting.busy', {}, { 'Retry-After': '3' })];
    await clock.advance(300);
    expect(ears.line).toHaveBeenLastCalledWith('busy');
    await clock.advance(3000);
    expect(server.beats).toHaveLength(1);
    await clock.advance(600);
    expect(server.durable()).toBe(1);
  });

  it('gives up a request that gets no answer, and tries again', async () => {
    const { clock, server, type } = await aLoop();
    const hanging = vi.fn(
      (_: unknown, init: RequestInit) =>
        new Promise<Response>((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    const outcome = new Node(hanging as unknown as typeof fetch, clock).beat(ATTEMPT, { epoch: 1, entries: [], events: [], confirmed: [] });
    await clock.advance(PATIENCE_MS);
    expect((await outcome).kind).toBe('unreachable');
    await type('A');
    await clock.advance(300);
    expect(server.durable()).toBe(1);
  });

  it('stops as soon as another window owns the attempt, without sending', async () => {
    const { journal, clock, server, ears, type } = await aLoop();
    await type('A');
    await journal.claim(ATTEMPT, 'w2');
    await clock.advance(10_000);
    expect(ears.lost).toHaveBeenCalledWith('not-ours');
    expect(server.beats).toHaveLength(0);
    expect(await journal.unsent(RUN)).toBe(1);
  });

  it('brings what is left as evidence after a take-over, and then falls silent', async () => {
    const { journal, clock, server, ears, beats } = await aLoop();
    for (let n = 0; n < 250; n += 1) {
      await journal.append(RUN, 'w1', 'S01', String(n), AT);
    }
    server.answer = { state: 'TAKEN_OVER' };
    beats.start();
    await clock.advance(20_000);
    expect(server.beats).toHaveLength(3);
    expect(await journal.unsent(RUN)).toBe(0);
    expect(ears.answered).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'TAKEN_OVER' }), 0, true);
  });

  it('repeats events and confirmations until a beat got through, and not after', async () => {
    const { clock, server, beats } = await aLoop();
    beats.notice('FOCUS_LOST', AT);
    beats.confirm('i1');
    server.next = ['no line'];
    await clock.advance(300);
    await clock.advance(5000);
    await clock.advance(5000);
    expect(server.beats.map((beat) => [beat.events.length, beat.confirmed.length])).toEqual([
      [1, 1],
      [0, 0],
    ]);
  });
});

describe('flushing', () => {
  it('sends until nothing is left', async () => {
    const { journal, server, beats } = await aLoop();
    for (let n = 0; n < 230; n += 1) {
      await journal.append(RUN, 'w1', 'S01', String(n), AT);
    }
    expect(await beats.flush()).toBe(true);
    expect(server.durable()).toBe(230);
  });

  it('says so when it does not get through', async () => {
    const { server, beats, type } = await aLoop();
    await type('A');
    server.line = false;
    expect(await beats.flush()).toBe(false);
  });
});

describe('a batch', () => {
  const entry = (seq: number, value: string) => ({ seq, item: 'W01', value, at: AT });

  it('holds at most a hundred entries and a hundred kilobytes, in order', () => {
    expect(batch(Array.from({ length: 150 }, (_, n) => entry(n + 1, 'A')))).toHaveLength(100);
    const long = Array.from({ length: 5 }, (_, n) => entry(n + 1, '试'.repeat(15_000)));
    expect(batch(long).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('of one entry is never empty, however long it is', () => {
    expect(batch([entry(1, '\u0001'.repeat(20_000)), entry(2, 'A')])).toHaveLength(1);
  });
});

describe('the wait after failures', () => {
  it('doubles up to five seconds and is scattered by half', () => {
    expect([1, 2, 3, 4, 5, 50].map((failures) => backOff(failures, () => 1))).toEqual([500, 1000, 2000, 4000, 5000, 5000]);
    expect(backOff(5, () => 0)).toBe(2500);
  });
});
