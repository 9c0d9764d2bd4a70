import { gzipSync } from 'node:zlib';
import { gcm } from '@noble/ciphers/aes.js';
import { IDBFactory } from 'fake-indexeddb';
import { expect } from 'vitest';
import { Node } from './node.ts';
import type { AttemptView, Item, Paper, Receipt } from './protocol.ts';
import type { Phase } from './shown.ts';
import { Sitting } from './sitting.ts';
import { aPocket, ATTEMPT, aView, FakeNode, json, ManualClock } from './testing.ts';

export const answersOf = (server: FakeNode) => [...server.stored.values()].map((stored) => stored.split('=') as [string, string]);

export const ITEM: Item = { id: 'S01', type: 'SINGLE', points: 5, stem: '', options: [{ key: 'A', text: '' }] };
export const PAPER: Paper = { format: 1, title: '模拟卷', sections: [{ title: '', note: '', items: [ITEM] }] };
const secret = new Uint8Array(32);
const nonce = new Uint8Array(12);
export const sealed = Uint8Array.from([
  ...nonce,
  ...gcm(secret, nonce, new TextEncoder().encode('onex-paper-v1')).encrypt(gzipSync(JSON.stringify(PAPER))),
]);
const key = Buffer.from(secret).toString('base64');
const NOW = '2024-05-18T14:00:00+08:00';
export const RECEIPT: Receipt = {
  ...{ revision: 1, kind: 'CANDIDATE', handedInAt: NOW, epoch: 1, lastSeq: 1, answered: 1, hash: 'f'.repeat(64), shortCode: '7QK3-M9XD' },
};

/** Windows of one browser share a channel; a window does not hear itself. */
function channels() {
  const all: { onmessage: ((event: MessageEvent) => void) | null }[] = [];
  return () => {
    const channel = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      postMessage: (data: unknown) =>
        all.filter((other) => other !== channel).forEach((other) => other.onmessage?.({ data } as MessageEvent)),
    };
    all.push(channel);
    return channel;
  };
}

/** One machine in a room: windows of one browser, and the node. */
export function aRoom(change: Partial<AttemptView> = {}) {
  const [server, clock, factory, channel] = [new FakeNode(), new ManualClock(), new IDBFactory(), channels()];
  const later = (ms: number) => `${new Date(Date.parse(NOW) + ms + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
  const asGiven = aView({ paper: { sha256: 'a'.repeat(64), bytes: sealed.length }, ...change });
  const view = { ...asGiven, session: { ...asGiven.session, opensAt: later(asGiven.opensInMs) } };
  const begin = clock.now();
  server.routes = {
    '/sessions': () => json({ now: later(clock.now() - begin), sessions: [view.session] }),
    '/sign-ins': () => json(view),
    [`/attempts/${ATTEMPT}`]: () => json({ ...view, durableSeq: server.durable(), answers: Object.fromEntries(answersOf(server)) }),
    [`/papers/${view.paper.sha256}`]: () => new Response(sealed),
    '/start': () => json({ key, remainingMs: 3_600_000, handInInMs: 0 }),
    '/hand-in': () => json(RECEIPT),
  };
  let windows = 0;
  const open = async () => {
    windows += 1;
    const node = new Node(server.fetch, clock);
    const sitting = new Sitting({ node, clock, factory, channel: channel(), random: () => 1, owner: `w${windows}`, pocket: aPocket() });
    void sitting.open();
    await clock.advance(500);
    return sitting;
  };
  /** Unpacking a paper takes threads of its own, which no clock of a test moves. */
  const become = async (sitting: Sitting, phase: Phase) => {
    for (let turn = 0; turn < 500 && sitting.shown.phase !== phase; turn += 1) {
      await clock.advance(10);
    }
    expect(sitting.shown.phase).toBe(phase);
  };
  const sitDown = async (phase: Phase = 'exam') => {
    const sitting = await open();
    expect(await sitting.signIn('t', 'i')).toBeNull();
    await sitting.confirmIdentity();
    await become(sitting, phase);
    return sitting;
  };
  return { server, clock, factory, open, sitDown, become, view };
}
