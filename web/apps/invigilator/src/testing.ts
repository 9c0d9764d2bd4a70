/** Stand-ins for the node, the timers and the clock; nothing in a test waits for real time. */
import type { Exam, Invigilator, Seat } from './node.ts';
import type { Timers } from './repeat.ts';

export function aSeat(seat: number, differing: Partial<Seat> = {}): Seat {
  const number = String(seat).padStart(3, '0');
  return {
    attempt: `attempt-${seat}`,
    room: '模拟考场',
    seat,
    name: `模拟考生${number}`,
    ticket: `2405180000000${number}`,
    photo: false,
    subject: '理论',
    next: null,
    nextAttempt: null,
    state: 'RUNNING',
    answered: 3,
    remainingMs: 600_000,
    lastBeatMsAgo: 2000,
    epoch: 1,
    unlocked: false,
    extraMinutes: 0,
    shortCode: null,
    attendance: null,
    incidents: 0,
    lateUntil: '2024-05-18T14:30:00+08:00',
    ...differing,
  };
}

export function aSession(subject: string, differing: Partial<Exam> = {}): Exam {
  return {
    ...{ id: subject, qualification: '网店运营推广', level: '初级', subject },
    ...{ opensAt: '2024-05-18T14:00:00+08:00', closesAt: '2024-05-18T15:00:00+08:00' },
    ...differing,
  };
}

export const AN_INVIGILATOR: Invigilator = {
  number: 'J01',
  name: '王监考',
  title: '模拟考试',
  practice: true,
  sessions: [aSession('理论')],
  rooms: ['模拟考场'],
};

export interface Asked {
  method: string;
  url: URL;
  body: unknown;
}

type Answering = (asked: Asked) => Response | Promise<Response>;

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });
export const refused = (status: number, code: string, facts: Record<string, unknown> = {}): Response => json({ code, facts }, status);

/** A fetch that hands every request to a function and remembers it. */
export function aNetwork(answer: Answering) {
  const asked: Asked[] = [];
  const ask = (async (input: string, init?: RequestInit) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
    const request = { method: init?.method ?? 'GET', url: new URL(input, 'http://node'), body };
    asked.push(request);
    return answer(request);
  }) as unknown as typeof fetch;
  return { ask, asked };
}

/** Timers that run when a test says so. */
export function handTimers() {
  let waiting: { run: () => void; milliseconds: number }[] = [];
  const timers: Timers = {
    set(run, milliseconds) {
      const entry = { run, milliseconds };
      waiting.push(entry);
      return entry;
    },
    clear(handle) {
      waiting = waiting.filter((entry) => entry !== handle);
    },
  };
  const due = (milliseconds: number) => waiting.filter((entry) => entry.milliseconds === milliseconds);
  /** Runs what waits for so long, and lets every promise that hangs on it settle. */
  async function pass(milliseconds: number): Promise<void> {
    for (const entry of due(milliseconds)) {
      waiting = waiting.filter((other) => other !== entry);
      entry.run();
    }
    await settled();
  }
  return { timers, pass, waitingFor: (milliseconds: number) => due(milliseconds).length };
}

/** All micro-tasks, and those they start: a turn of the event loop without any time in it. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  }
}

/** A promise that somebody else keeps. */
export interface Later<T> {
  promise: Promise<T>;
  resolve: (value: T) => void;
}

export function later<T>(): Later<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((keep) => (resolve = keep));
  return { promise, resolve };
}
