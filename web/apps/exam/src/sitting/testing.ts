import type { Pocket } from './secrets.ts';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Clock } from './clock.ts';
import { Journal } from './journal.ts';
import type { AttemptView, Beat, BeatAnswer } from './protocol.ts';

/** What the tests of the sitting share: time that the test moves, a browser's disk, and a node that keeps entries as the protocol says. */

globalThis.IDBKeyRange = IDBKeyRange;

export const ATTEMPT = '01900000-0000-7000-8000-000000000001';
export const RUN = { attempt: ATTEMPT, epoch: 1 };
export const AT = '2024-05-18T14:03:22.120+08:00';

/** Lets everything that is ready happen: requests of the store and what hangs on them. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export class ManualClock implements Clock {
  private at = 1000;
  private timers: { at: number; act: () => void }[] = [];

  now(): number {
    return this.at;
  }

  after(ms: number, act: () => void): () => void {
    const timer = { at: this.at + ms, act };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Everything due on the way happens at its moment. */
  async advance(ms: number): Promise<void> {
    const end = this.at + ms;
    await settle();
    for (;;) {
      const next = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) {
        break;
      }
      this.timers = this.timers.filter((timer) => timer !== next);
      this.at = Math.max(this.at, next.at);
      next.act();
      await settle();
    }
    this.at = end;
  }
}

export function aView(change: Partial<AttemptView> = {}): AttemptView {
  return {
    ...{ attempt: ATTEMPT, epoch: 1, state: 'RUNNING', opensInMs: 0, remainingMs: 3_600_000, handInInMs: 0, durableSeq: 0 },
    candidate: { name: '模拟考生001', idNumber: '9999**********0017', ticket: '2405180000000017', room: '模拟考场', seat: 1, photo: true },
    session: {
      ...{
        id: 's',
        after: null,
        title: '模拟考试',
        qualification: '网店运营推广',
        level: '初级',
        subject: '理论',
        practice: true,
        minutes: 60,
      },
      ...{ entryOpensAt: '2024-05-18T13:30:00+08:00', opensAt: '2024-05-18T14:00:00+08:00' },
      ...{ lateUntil: '2024-05-18T14:30:00+08:00', closesAt: '2024-05-18T15:00:00+08:00' },
    },
    ...{ paper: { sha256: 'a'.repeat(64), bytes: 10 }, answers: {}, instructions: [], receipt: null, next: null },
    ...change,
  };
}

export async function aJournal(factory = new IDBFactory(), owner = 'w1'): Promise<Journal> {
  const journal = await Journal.open(factory);
  await journal.enter(aView(), owner);
  return journal;
}

type Answer = Response | 'no line';

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
export const refuse = (status: number, code: string, facts = {}, headers = {}) => json({ code, facts }, status, headers);

/** A node in memory. `next` overrides its answers one by one; `lostAnswer` does the work and loses the answer. */
export class FakeNode {
  readonly stored = new Map<string, string>();
  readonly beats: Beat[] = [];
  readonly requests: string[] = [];
  readonly signIns: { device: string }[] = [];
  next: (Answer | 'lost answer')[] = [];
  line = true;
  answer: Partial<BeatAnswer> = {};
  routes: Record<string, () => Response | Promise<Response>> = {};

  readonly fetch = (async (path: string, init: RequestInit = {}) => {
    this.requests.push(path);
    if (path.endsWith('/sign-ins')) {
      this.signIns.push(JSON.parse(String(init.body)) as { device: string });
    }
    const planned = this.next.shift();
    if (!this.line || planned === 'no line') {
      throw new TypeError('no line');
    }
    if (planned instanceof Response) {
      this.remember(path, init);
      return planned;
    }
    const answer = await this.serve(path, init);
    if (planned === 'lost answer') {
      throw new TypeError('lost');
    }
    return answer;
  }) as unknown as typeof fetch;

  durable(epoch = 1, attempt = ATTEMPT): number {
    let seq = 0;
    while (this.stored.has(`${attempt} ${epoch} ${seq + 1}`)) {
      seq += 1;
    }
    return seq;
  }

  private remember(path: string, init: RequestInit): Beat | null {
    if (!path.endsWith('/beat')) {
      return null;
    }
    const beat = JSON.parse(String(init.body)) as Beat;
    this.beats.push(beat);
    return beat;
  }

  private async serve(path: string, init: RequestInit): Promise<Response> {
    const route = Object.entries(this.routes).find(([end]) => path.endsWith(end));
    if (route !== undefined) {
      return route[1]();
    }
    const beat = this.remember(path, init);
    if (beat === null) {
      return refuse(404, 'request.not-found');
    }
    const attempt = path.split('/').at(-2) ?? '';
    if ((beat.entries[0]?.seq ?? 1) > this.durable(beat.epoch, attempt) + 1) {
      return refuse(409, 'sitting.entries-missing', { durableSeq: this.durable(beat.epoch, attempt) });
    }
    beat.entries.forEach(({ seq, item, value }) => this.stored.set(`${attempt} ${beat.epoch} ${seq}`, `${item}=${value}`));
    const durableSeq = this.durable(beat.epoch, attempt);
    return json({ durableSeq, remainingMs: 3_600_000, handInInMs: 0, state: 'RUNNING', instructions: [], receipt: null, ...this.answer });
  }
}

/** What sessionStorage is to a window. */
export function aPocket(): Pocket {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
