// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { Journal } from './journal.ts';
import { ATTEMPT, refuse } from './testing.ts';
import { aRoom, ITEM, RECEIPT } from './testingRoom.ts';

describe('handing in', () => {
  it('sends everything first and names the last entry', async () => {
    const { server, sitDown, factory } = aRoom();
    const sitting = await sitDown();
    void sitting.exam?.change(ITEM, () => 'A');
    expect(await sitting.exam?.handIn()).toBe('handed-in');
    expect(server.durable()).toBe(1);
    const kept = await (await Journal.open(factory)).find(ATTEMPT);
    expect([kept?.phase, kept?.key]).toEqual(['handed-in', null]);
  });

  it('is refused while entries are not on the disk of the node, and answering goes on', async () => {
    const { server, sitDown, clock } = aRoom();
    const sitting = await sitDown();
    server.line = false;
    await sitting.exam?.change(ITEM, () => 'A');
    expect(await sitting.exam?.handIn()).toBe('unsaved');
    expect(server.requests.filter((path) => path.endsWith('/hand-in'))).toHaveLength(0);
    server.line = true;
    await clock.advance(500);
    expect([sitting.shown.phase, sitting.shown.locked]).toEqual(['exam', false]);
  });

  it('too early tells when', async () => {
    const { server, sitDown } = aRoom();
    const sitting = await sitDown();
    server.routes['/hand-in'] = () => refuse(409, 'sitting.hand-in-too-early', { handInInMs: 60_000 });
    expect(await sitting.exam?.handIn()).toEqual({ code: 'sitting.hand-in-too-early', facts: { handInInMs: 60_000 } });
    expect(sitting.shown.phase).toBe('exam');
  });

  it('takes the receipt from a beat if the answer was lost', async () => {
    const { server, sitDown, clock } = aRoom();
    const sitting = await sitDown();
    server.routes['/hand-in'] = () => {
      server.answer = { state: 'HANDED_IN', receipt: RECEIPT };
      return new Response('', { status: 502 });
    };
    expect(await sitting.exam?.handIn()).toBe('unreachable');
    await clock.advance(6000);
    expect(sitting.shown.phase).toBe('receipt');
  });

  it('by the invigilators stops the writing and shows their receipt', async () => {
    const { server, sitDown, clock, become } = aRoom();
    const sitting = await sitDown();
    server.answer = { state: 'HANDED_IN', remainingMs: 0, receipt: { ...RECEIPT, kind: 'FORCED' } };
    await clock.advance(6000);
    await become(sitting, 'receipt');
    expect([sitting.shown.receipt?.kind, sitting.shown.locked]).toEqual(['FORCED', true]);
  });

  it('that nobody answered leaves nothing to write until the node says that the exam goes on', async () => {
    const { server, sitDown, clock } = aRoom();
    const sitting = await sitDown();
    server.routes['/hand-in'] = () => {
      server.line = false;
      return new Response('', { status: 502 });
    };
    expect(await sitting.exam?.handIn()).toBe('unreachable');
    await clock.advance(1000);
    expect(sitting.shown.locked).toBe(true);
    await sitting.exam?.change(ITEM, () => 'A');
    expect(sitting.shown.unsent).toBe(0);
    server.line = true;
    await clock.advance(10_000);
    expect([sitting.shown.phase, sitting.shown.locked]).toEqual(['exam', false]);
  });
});

describe('what is being typed when the exam ends', () => {
  it('by the node’s hand-in goes into the journal and to the node before the receipt is shown', async () => {
    const { server, sitDown, clock, become } = aRoom();
    const sitting = await sitDown();
    let typing = true;
    sitting.exam?.registerDraft(() => {
      if (typing) {
        typing = false;
        void sitting.exam?.change(ITEM, () => 'B');
      }
    });
    server.answer = { state: 'HANDED_IN', remainingMs: 0, receipt: { ...RECEIPT, kind: 'DEADLINE' } };
    await clock.advance(6000);
    await become(sitting, 'receipt');
    expect([...server.stored.values()]).toEqual([`${ITEM.id}=B`]);
  });
});
