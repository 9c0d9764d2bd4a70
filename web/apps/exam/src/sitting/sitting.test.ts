// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { Journal } from './journal.ts';
import { AT, ATTEMPT, aView, json, refuse, RUN, settle } from './testing.ts';
import { aRoom, ITEM, PAPER, RECEIPT, sealed } from './testingRoom.ts';

describe('signing in', () => {
  it('shows the identity first, and the exam only after it was confirmed', async () => {
    const { clock, open, become } = aRoom({ state: 'ENTERED', remainingMs: null });
    const sitting = await open();
    expect(sitting.shown.phase).toBe('idle');
    await sitting.signIn('t', 'i');
    await clock.advance(1000);
    expect(sitting.shown.phase).toBe('confirm');
    expect(sitting.shown.paperHere).toBe(true);
    await sitting.confirmIdentity();
    await become(sitting, 'exam');
    expect(sitting.shown.paper).toEqual(PAPER);
  });

  it('passes a refusal on', async () => {
    const { server, open } = aRoom();
    server.routes['/sign-ins'] = () => refuse(401, 'sitting.sign-in-wrong');
    const sitting = await open();
    expect(await sitting.signIn('t', 'i')).toEqual({ code: 'sitting.sign-in-wrong', facts: {} });
    server.line = false;
    expect((await sitting.signIn('t', 'i'))?.code).toBe('unreachable');
  });

  it('is the same sign-in when the answer to the first try was lost', async () => {
    const { server, open } = aRoom();
    const sitting = await open();
    server.line = false;
    await sitting.signIn('t', 'i');
    await sitting.signIn('other', 'i');
    server.line = true;
    await sitting.signIn('t', 'i');
    const [first, other, again] = server.signIns.map(({ device }) => device);
    expect(first).toMatch(/^[0-9a-f]{48}$/);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('resumes when the active device is this one', async () => {
    const { server, sitDown, become } = aRoom();
    const sitting = await sitDown();
    await sitting.leave();
    expect(sitting.shown.phase).toBe('idle');
    server.routes['/sign-ins'] = () => refuse(409, 'sitting.device-active', { room: '模拟考场', seat: 1 });
    expect(await sitting.signIn('2405180000000017', 'i')).toBeNull();
    await become(sitting, 'exam');
    expect((await sitting.signIn('other', 'i'))?.code).toBe('sitting.device-active');
  });
});

describe('the start', () => {
  it('is not missed by a machine that slept and counted too little', async () => {
    const { server, open, clock, become } = aRoom({ state: 'ENTERED', opensInMs: 600_000, remainingMs: null });
    const sitting = await open();
    await sitting.signIn('t', 'i');
    await sitting.confirmIdentity();
    await clock.advance(1000);
    const awake = server.routes['/sessions'];
    server.routes['/sessions'] = () => json({ now: '2024-05-18T14:10:00+08:00', sessions: [] });
    sitting.wake();
    await become(sitting, 'exam');
    server.routes['/sessions'] = awake ?? (() => json({}));
  });

  it('waits for a key that comes late, and says so', async () => {
    const { server, open, clock, become } = aRoom();
    const opened = server.routes['/start'];
    server.routes['/start'] = () => refuse(409, 'sitting.not-released');
    const sitting = await open();
    await sitting.signIn('t', 'i');
    await sitting.confirmIdentity();
    await clock.advance(5000);
    expect([sitting.shown.phase, sitting.shown.trouble?.code]).toEqual(['waiting', 'sitting.not-released']);
    server.routes['/start'] = opened ?? (() => refuse(404, 'sitting.attempt-unknown'));
    await become(sitting, 'exam');
    expect(sitting.shown.trouble).toBeNull();
  });

  it('is asked for at its moment, and again when the node says not yet', async () => {
    const { server, clock, sitDown, become } = aRoom({ state: 'ENTERED', opensInMs: 60_000, remainingMs: null });
    const start = server.routes['/start'];
    server.routes['/start'] = () => refuse(409, 'sitting.not-open-yet', { opensInMs: 30_000 });
    const sitting = await sitDown('waiting');
    await clock.advance(500);
    await clock.advance(58_000);
    expect(server.requests.filter((path) => path.endsWith('/start'))).toHaveLength(0);
    await clock.advance(2000);
    expect(server.requests.filter((path) => path.endsWith('/start'))).toHaveLength(1);
    server.routes['/start'] = start ?? (() => json({}));
    await clock.advance(2000);
    expect(sitting.shown.phase).toBe('waiting');
    await become(sitting, 'exam');
  });

  it('is tried again while the line is down', async () => {
    const { server, clock, sitDown, become } = aRoom({ state: 'ENTERED', opensInMs: 2000, remainingMs: null });
    const sitting = await sitDown('waiting');
    await clock.advance(500);
    server.line = false;
    await clock.advance(10_000);
    expect([sitting.shown.phase, sitting.shown.line]).toEqual(['waiting', 'down']);
    server.line = true;
    await become(sitting, 'exam');
  });

  it('fetches a damaged paper again', async () => {
    const { server, sitDown, view } = aRoom();
    const path = `/papers/${view.paper.sha256}`;
    const good = server.routes[path];
    server.routes[path] = () => {
      server.routes[path] = good ?? (() => json({}));
      return new Response(new Uint8Array(sealed.length));
    };
    await sitDown();
    expect(server.requests.filter((requested) => requested.endsWith(path))).toHaveLength(2);
  });
});

describe('answering', () => {
  it('shows an answer only when it is in the journal, and saved only when the node has it', async () => {
    const { server, clock, sitDown } = aRoom();
    const sitting = await sitDown();
    server.line = false;
    const kept = sitting.exam?.change(ITEM, () => 'A');
    expect(sitting.shown.answers.S01).toBeUndefined();
    await kept;
    expect([sitting.shown.answers.S01, sitting.shown.unsent]).toEqual(['A', 1]);
    server.line = true;
    await clock.advance(7000);
    expect([sitting.shown.unsent, server.stored.get(`${ATTEMPT} 1 1`)]).toEqual([0, 'S01=A']);
    expect(sitting.shown.savedAt).toMatch(/^14:00:\d\d$/);
  });

  it('applies quick changes to one another, and writes nothing that changes nothing', async () => {
    const { server, clock, sitDown } = aRoom();
    const exam = (await sitDown()).exam;
    const add = (letter: string) => exam?.change({ ...ITEM, type: 'MULTIPLE' }, (value) => value + letter);
    await Promise.all([add('A'), add('B'), add('C'), add('')]);
    await clock.advance(1000);
    expect([...server.stored.values()]).toEqual(['S01=A', 'S01=AB', 'S01=ABC']);
  });

  it('locks at the deadline, takes what was typed with it, and ends with the receipt of the node', async () => {
    const { server, clock, sitDown } = aRoom();
    const sitting = await sitDown();
    server.answer = { remainingMs: 2000 };
    await clock.advance(5000);
    sitting.exam?.registerDraft(() => void sitting.exam?.change(ITEM, () => 'A'));
    server.answer = { remainingMs: 0 };
    await clock.advance(2500);
    expect(sitting.shown.locked).toBe(true);
    expect([...server.stored.values()]).toEqual(['S01=A']);
    await sitting.exam?.change(ITEM, () => 'B');
    expect(sitting.shown.answers.S01).toBe('A');
    server.answer = { remainingMs: 0, state: 'HANDED_IN', receipt: { ...RECEIPT, kind: 'DEADLINE' } };
    await clock.advance(1500);
    expect([sitting.shown.phase, sitting.shown.receipt?.kind]).toEqual(['receipt', 'DEADLINE']);
  });

  it('goes on after an extension', async () => {
    const { server, clock, sitDown } = aRoom();
    const sitting = await sitDown();
    server.answer = { remainingMs: 0 };
    await clock.advance(6000);
    expect(sitting.shown.locked).toBe(true);
    server.answer = { remainingMs: 600_000, instructions: [{ id: 'i', kind: 'EXTENDED', text: null, extraMs: 600_000 }] };
    await clock.advance(2000);
    expect([sitting.shown.locked, sitting.shown.instructions.length]).toEqual([false, 1]);
    sitting.exam?.dismiss('i');
    await clock.advance(6000);
    expect(sitting.shown.instructions).toEqual([]);
    expect(server.beats.filter((beat) => beat.confirmed.includes('i'))).toHaveLength(1);
  });

  it('ends where another machine has taken over', async () => {
    const { server, clock, sitDown } = aRoom();
    const sitting = await sitDown();
    server.answer = { state: 'TAKEN_OVER' };
    await clock.advance(5500);
    expect([sitting.shown.phase, sitting.shown.locked]).toEqual(['taken-over', true]);
  });
});

describe('reloading', () => {
  it('shows what the node has and over it what only this machine has', async () => {
    const { server, clock, sitDown, open, become } = aRoom();
    const before = await sitDown();
    await before.exam?.change(ITEM, () => 'A');
    await clock.advance(1000);
    server.next = Array.from({ length: 9 }, () => 'no line' as const);
    await before.exam?.change(ITEM, () => 'B');
    before.exam?.end();
    server.next = [];
    const after = await open();
    await clock.advance(1000);
    expect([after.shown.phase, after.shown.answers.S01]).toEqual(['other-window', undefined]);
    await after.claimHere();
    await become(after, 'exam');
    expect(after.shown.answers.S01).toBe('B');
    await clock.advance(1000);
    expect(server.durable()).toBe(2);
  });

  it('while the node is away goes on with paper, key and answers of this machine', async () => {
    const { server, clock, sitDown, open, become } = aRoom();
    const before = await sitDown();
    await before.exam?.change(ITEM, () => 'A');
    await clock.advance(1000);
    server.line = false;
    const after = await open();
    await after.claimHere();
    await become(after, 'exam');
    await clock.advance(100);
    expect([after.shown.phase, after.shown.answers.S01, after.shown.line, after.shown.remainingMs]).toEqual(['exam', 'A', 'down', null]);
    await after.exam?.change(ITEM, () => 'B');
    server.line = true;
    await clock.advance(6000);
    expect([server.durable(), after.shown.remainingMs === null]).toEqual([2, false]);
  });

  it('before the start while the node is away keeps trying', async () => {
    const { server, clock, open, factory, view } = aRoom({ state: 'ENTERED', remainingMs: null });
    await (await Journal.open(factory)).enter(view, 'gone');
    server.line = false;
    const sitting = await open();
    await clock.advance(9000);
    expect(sitting.shown.phase).toBe('reconnecting');
    server.line = true;
    await clock.advance(6000);
    expect(sitting.shown.phase).toBe('confirm');
  });

  it('on a machine that was taken over shows so, and sends what is left as evidence', async () => {
    const { server, clock, open, factory, view } = aRoom();
    const journal = await Journal.open(factory);
    await journal.enter(view, 'gone');
    await journal.append(RUN, 'gone', 'S01', 'A', AT);
    server.routes[`/attempts/${ATTEMPT}`] = () => refuse(409, 'sitting.taken-over');
    server.answer = { state: 'TAKEN_OVER' };
    const sitting = await open();
    await clock.advance(1000);
    expect([sitting.shown.phase, await journal.unsent(RUN)]).toEqual(['taken-over', 0]);
  });

  it('with a receipt shows it until it is put away', async () => {
    const { sitDown, open } = aRoom();
    const before = await sitDown();
    await before.exam?.change(ITEM, () => 'A');
    expect(await before.exam?.handIn()).toBe('handed-in');
    const after = await open();
    expect([after.shown.phase, after.shown.receipt?.shortCode]).toEqual(['receipt', '7QK3-M9XD']);
    await after.leave();
    expect((await open()).shown.phase).toBe('idle');
  });
});

describe('a second window', () => {
  it('asks first, takes over on demand, and the first one stops', async () => {
    const { sitDown, open, become } = aRoom();
    const first = await sitDown();
    const second = await open();
    expect([first.shown.phase, second.shown.phase]).toEqual(['exam', 'other-window']);
    await second.claimHere();
    await become(second, 'exam');
    expect(first.shown.phase).toBe('other-window');
    await first.exam?.change(ITEM, () => 'B');
    expect(first.shown.answers.S01).toBeUndefined();
  });
});

describe('what another candidate left on this machine', () => {
  it('is sent to their attempt, also after the line was down, while somebody else sits here', async () => {
    const { server, clock, sitDown, factory } = aRoom();
    const old = '01900000-0000-7000-8000-00000000000f';
    const journal = await Journal.open(factory);
    await journal.enter(aView({ attempt: old }), 'gone');
    await journal.append({ attempt: old, epoch: 1 }, 'gone', 'S01', 'C', AT);
    await journal.finish({ attempt: old, epoch: 1 }, 'closed', null);
    server.next = Array.from({ length: 2 }, () => 'no line' as const);
    const sitting = await sitDown();
    await clock.advance(31_000);
    await settle();
    expect(server.stored.get(`${old} 1 1`)).toBe('S01=C');
    expect(await journal.unsentRuns()).toEqual([]);
    expect(sitting.shown.phase).toBe('exam');
  });
});
