// @vitest-environment node
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { Journal, NotOurs } from './journal.ts';
import { aJournal, AT, ATTEMPT, aView, RUN } from './testing.ts';

const seqs = async (journal: Journal, run = RUN) => (await journal.pending(run, 1000)).map((entry) => entry.seq);

describe('an entry', () => {
  it('gets the next number without a gap, however many are appended at once', async () => {
    const journal = await aJournal();
    const given = await Promise.all(Array.from({ length: 50 }, (_, n) => journal.append(RUN, 'w1', 'S01', String(n), AT)));
    expect(new Set(given).size).toBe(50);
    expect(await seqs(journal)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  });

  it('gets no number if it could not be kept', async () => {
    const journal = await aJournal();
    await expect(journal.append(RUN, 'w1', 'S01', Symbol('not text') as unknown as string, AT)).rejects.toThrow();
    expect(await journal.append(RUN, 'w1', 'S01', 'A', AT)).toBe(1);
  });

  it('is forgotten only when the acknowledgement covers it', async () => {
    const journal = await aJournal();
    for (const value of ['A', 'B', 'C']) {
      await journal.append(RUN, 'w1', 'S01', value, AT);
    }
    await journal.acknowledge(RUN, 0);
    expect(await seqs(journal)).toEqual([1, 2, 3]);
    await journal.acknowledge(RUN, 2);
    expect(await seqs(journal)).toEqual([3]);
    await journal.acknowledge(RUN, 1);
    expect(await seqs(journal)).toEqual([3]);
    expect(await journal.append(RUN, 'w1', 'S01', 'D', AT)).toBe(4);
  });

  it('of another epoch or attempt is not touched by an acknowledgement', async () => {
    const journal = await aJournal();
    await journal.append(RUN, 'w1', 'S01', 'A', AT);
    await journal.enter(aView({ epoch: 2 }), 'w1');
    await journal.append({ attempt: ATTEMPT, epoch: 2 }, 'w1', 'S01', 'B', AT);
    await journal.acknowledge({ attempt: ATTEMPT, epoch: 2 }, 1);
    expect(await seqs(journal)).toEqual([1]);
    expect(await journal.unsentRuns()).toEqual([RUN]);
  });

  it('survives closing the browser', async () => {
    const factory = new IDBFactory();
    const before = await aJournal(factory);
    await before.append(RUN, 'w1', 'S01', 'A', AT);
    before.close();
    const after = await Journal.open(factory);
    expect(await after.pending(RUN, 10)).toEqual([{ seq: 1, item: 'S01', value: 'A', at: AT }]);
    expect((await after.latest())?.attempt).toBe(ATTEMPT);
  });

  it('is kept without U+0000, half surrogates and overlength, which the node would refuse', async () => {
    const journal = await aJournal();
    await journal.append(RUN, 'w1', 'W01', `a\u0000b\uD83Dc𠮷`, AT);
    await journal.append(RUN, 'w1', 'W01', 'x'.repeat(20_001), AT);
    const [odd, long] = await journal.pending(RUN, 10);
    expect(odd?.value).toBe('ab\uFFFDc𠮷');
    expect(long?.value).toHaveLength(20_000);
  });
});

describe('a window', () => {
  it('that lost the attempt to another window cannot append, and numbers go on there', async () => {
    const factory = new IDBFactory();
    const first = await aJournal(factory, 'w1');
    const second = await Journal.open(factory);
    await first.append(RUN, 'w1', 'S01', 'A', AT);
    await second.claim(ATTEMPT, 'w2');
    await expect(first.append(RUN, 'w1', 'S01', 'B', AT)).rejects.toBeInstanceOf(NotOurs);
    expect(await first.owns(RUN, 'w1')).toBe(false);
    expect(await second.append(RUN, 'w2', 'S01', 'C', AT)).toBe(2);
  });

  it('racing with another one for the attempt never shares a number with it', async () => {
    const factory = new IDBFactory();
    const first = await aJournal(factory, 'w1');
    const second = await Journal.open(factory);
    const race = await Promise.allSettled([
      ...Array.from({ length: 5 }, () => first.append(RUN, 'w1', 'S01', 'A', AT)),
      second.claim(ATTEMPT, 'w2'),
      ...Array.from({ length: 5 }, () => first.append(RUN, 'w1', 'S01', 'B', AT)),
      ...Array.from({ length: 5 }, () => second.append(RUN, 'w2', 'S01', 'C', AT)),
    ]);
    const kept = await seqs(first);
    expect(kept).toEqual(kept.map((_, index) => index + 1));
    expect(race.filter((one) => one.status === 'rejected').length).toBe(5);
  });

  it('of an older epoch cannot append into the newer one', async () => {
    const journal = await aJournal();
    await journal.enter(aView({ epoch: 2 }), 'w1');
    await expect(journal.append(RUN, 'w1', 'S01', 'A', AT)).rejects.toBeInstanceOf(NotOurs);
  });

  it('cannot append after the hand-in', async () => {
    const journal = await aJournal();
    await journal.finish(RUN, 'handed-in', null);
    await expect(journal.append(RUN, 'w1', 'S01', 'A', AT)).rejects.toBeInstanceOf(NotOurs);
  });
});

describe('resuming', () => {
  it('with a view that is older than what this machine was told keeps the newer answers', async () => {
    const journal = await aJournal();
    await journal.append(RUN, 'w1', 'S01', 'A', AT);
    await journal.append(RUN, 'w1', 'S01', 'B', AT);
    await journal.acknowledge(RUN, 2);
    await journal.enter(aView({ durableSeq: 1, answers: { S01: 'A' } }), 'w2');
    expect(await journal.answers(ATTEMPT)).toEqual({ S01: 'B' });
    expect(await seqs(journal)).toEqual([]);
  });

  it("lays this machine's unsent entries over the node's answers in the order of their numbers", async () => {
    const journal = await aJournal();
    for (const value of ['A', 'B', 'C', 'D', 'A', 'B', 'C', 'D', 'A', 'B', 'C']) {
      await journal.append(RUN, 'w1', 'S01', value, AT);
    }
    await journal.append(RUN, 'w1', 'S02', '', AT);
    await journal.enter(aView({ durableSeq: 2, answers: { S01: 'B', S02: 'A', S03: 'D' } }), 'w2');
    expect(await journal.answers(ATTEMPT)).toEqual({ S01: 'C', S02: '', S03: 'D' });
    expect(await seqs(journal)).toEqual(Array.from({ length: 10 }, (_, n) => n + 3));
  });

  it('never takes what the node does not have for saved', async () => {
    const journal = await aJournal();
    await journal.append(RUN, 'w1', 'S01', 'A', AT);
    await journal.enter(aView({ durableSeq: 0, answers: {} }), 'w2');
    expect(await seqs(journal)).toEqual([1]);
  });

  it('does not show entries of an epoch that was taken over', async () => {
    const journal = await aJournal();
    await journal.append(RUN, 'w1', 'S01', 'A', AT);
    await journal.enter(aView({ epoch: 3, answers: { S01: 'D' } }), 'w1');
    expect(await journal.answers(ATTEMPT)).toEqual({ S01: 'D' });
    expect(await journal.append({ attempt: ATTEMPT, epoch: 3 }, 'w1', 'S01', 'B', AT)).toBe(1);
  });

  it("begins after the node's last entry when the machine's store was emptied", async () => {
    const journal = await Journal.open(new IDBFactory());
    await journal.enter(aView({ durableSeq: 7 }), 'w1');
    expect(await journal.append(RUN, 'w1', 'S01', 'A', AT)).toBe(8);
  });

  it('keeps key, marks and the confirmed identity of the same epoch', async () => {
    const journal = await aJournal();
    await journal.keep(RUN, 'w1', { key: 'k', marks: ['S01'], identityConfirmed: true });
    expect(await journal.enter(aView(), 'w2')).toMatchObject({ key: 'k', marks: ['S01'], identityConfirmed: true, owner: 'w2' });
  });
});

describe('the end', () => {
  it('removes key, paper and answers, and keeps entries that the node does not have', async () => {
    const journal = await aJournal();
    await journal.keepPaper('a'.repeat(64), new ArrayBuffer(3));
    await journal.keep(RUN, 'w1', { key: 'k' });
    await journal.append(RUN, 'w1', 'S01', 'A', AT);
    await journal.finish(RUN, 'closed', null);
    expect((await journal.find(ATTEMPT))?.key).toBeNull();
    expect(await journal.paper('a'.repeat(64))).toBeUndefined();
    expect(await journal.answers(ATTEMPT)).toEqual({});
    expect(await seqs(journal)).toEqual([1]);
    expect(await journal.latest()).toBeUndefined();
  });
});
