// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { AttemptView } from './protocol.ts';
import { Sitting } from './sitting.ts';
import { aView, json, refuse } from './testing.ts';
import { aRoom, PAPER, RECEIPT, sealed } from './testingRoom.ts';

const NEXT_ATTEMPT = '01900000-0000-7000-8000-000000000002';
const NEXT_SESSION = { ...aView().session, id: 's2', after: 's', subject: '实操' };
const ANNOUNCED = { attempt: NEXT_ATTEMPT, state: 'EXPECTED', session: NEXT_SESSION, opensInMs: 0 } as const;
const next = (change: Partial<AttemptView> = {}): AttemptView =>
  aView({
    ...{ attempt: NEXT_ATTEMPT, state: 'ENTERED', remainingMs: null, session: NEXT_SESSION },
    ...{ paper: { sha256: 'a'.repeat(64), bytes: sealed.length }, ...change },
  });

async function handedIn(): Promise<{ room: ReturnType<typeof aRoom>; sitting: Sitting }> {
  const room = aRoom({ next: ANNOUNCED });
  const sitting = await room.sitDown();
  expect(await sitting.exam?.handIn()).toBe('handed-in');
  expect([sitting.shown.phase, sitting.shown.view?.next?.attempt]).toEqual(['receipt', NEXT_ATTEMPT]);
  room.server.routes['/next'] = () => json(next());
  return { room, sitting };
}

describe('the subject that follows', () => {
  it('begins at the same machine, and nobody is asked again who they are', async () => {
    const { room, sitting } = await handedIn();
    expect(await sitting.goOn()).toBeNull();
    await room.become(sitting, 'exam');
    expect([sitting.shown.view?.attempt, sitting.shown.receipt, sitting.shown.paper]).toEqual([NEXT_ATTEMPT, null, PAPER]);
    expect(sitting.shown.answers).toEqual({});
    expect(room.server.requests.filter((path) => path.endsWith(`/${NEXT_ATTEMPT}/start`))).toHaveLength(1);
  });

  it('waits for its hour', async () => {
    const { room, sitting } = await handedIn();
    const session = { ...NEXT_SESSION, opensAt: '2024-05-18T14:02:00+08:00' };
    room.server.routes['/next'] = () => json(next({ session, opensInMs: 119_000 }));
    expect(await sitting.goOn()).toBeNull();
    await room.clock.advance(1000);
    expect(sitting.shown.phase).toBe('waiting');
    await room.clock.advance(120_000);
    await room.become(sitting, 'exam');
  });

  it('is announced again after a reload, and its own attempt goes on after another', async () => {
    const { room, sitting } = await handedIn();
    const again = await room.open();
    expect([again.shown.phase, again.shown.receipt, again.shown.view?.next?.session.subject]).toEqual(['receipt', RECEIPT, '实操']);
    await again.goOn();
    await room.become(again, 'exam');
    room.server.routes[`/attempts/${NEXT_ATTEMPT}`] = () => json(next({ state: 'RUNNING', remainingMs: 1000 }));
    expect(sitting.shown.phase).toBe('receipt');
    const reloaded = await room.open();
    expect(reloaded.shown.phase).toBe('other-window');
    await reloaded.claimHere();
    await room.become(reloaded, 'exam');
    expect(reloaded.shown.view?.attempt).toBe(NEXT_ATTEMPT);
  });

  it('that is refused or not reached leaves the receipt where it is', async () => {
    const { room, sitting } = await handedIn();
    room.server.routes['/next'] = () => refuse(409, 'sitting.device-active', { room: '一', seat: 1 });
    expect((await sitting.goOn())?.code).toBe('sitting.device-active');
    room.server.line = false;
    expect((await sitting.goOn())?.code).toBe('unreachable');
    expect([sitting.shown.phase, sitting.shown.receipt]).toEqual(['receipt', RECEIPT]);
  });
});

describe('an exam that nobody may begin any more', () => {
  it('is left, so that the next one is not barred', async () => {
    const room = aRoom();
    room.server.routes['/start'] = () => refuse(409, 'sitting.too-late', { lateUntil: '2024-05-18T15:00:00+08:00' });
    const sitting = await room.sitDown('stuck');
    expect([sitting.shown.trouble?.code, sitting.shown.unsent]).toEqual(['sitting.too-late', 0]);
    await sitting.leave();
    expect(sitting.shown.phase).toBe('idle');
    expect((await room.open()).shown.phase).toBe('idle');
  });
});
