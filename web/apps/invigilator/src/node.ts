/** What the node is asked for an invigilator; every answer is read here once, and refusals become words elsewhere. */

export type State = 'EXPECTED' | 'ENTERED' | 'RUNNING' | 'HANDED_IN';

export interface Seat {
  attempt: string | null;
  room: string;
  seat: number;
  name: string;
  ticket: string;
  photo: boolean;
  subject: string;
  /** The subject that its candidate sits after this one. */
  next: string | null;
  /** Its run, for what is done before the candidate has gone on to it. */
  nextAttempt: string | null;
  state: State;
  answered: number;
  remainingMs: number | null;
  lastBeatMsAgo: number | null;
  /** Not from the node: how long this board has seen the seat run without any beat. */
  unheardMs?: number;
  epoch: number;
  unlocked: boolean;
  extraMinutes: number;
  /** Of the receipt, as the candidate's screen shows it. */
  shortCode: string | null;
}

/** One subject of what the room sits. */
export interface Exam {
  id: string;
  qualification: string;
  level: string;
  subject: string;
  opensAt: string;
  closesAt: string;
}

export interface Invigilator {
  number: string;
  name: string;
  title: string;
  practice: boolean;
  sessions: Exam[];
  rooms: string[];
}

export interface Extension {
  minutes: number;
  reason: string;
  second: { number: string; pin: string };
}

/** The node said no: a stable code and facts; the sentence is ours. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Record<string, unknown> = {},
  ) {
    super(`${status} ${code}`);
  }
}

/** Nobody answered, or something that is not the node. Whether the request was carried out is not known. */
export class Unreachable extends Error {}

const PATIENCE_MS = 8000;
const SAME_ACT_MS = 120_000;
const PAGE = 100;
const MOST_PAGES = 100;

interface SeatPage {
  items: Seat[];
  next: string | null;
}

async function refusal(response: Response): Promise<Error> {
  const body = (await response.json().catch(() => null)) as { code?: unknown; facts?: unknown } | null;
  if (typeof body?.code !== 'string') {
    return new Unreachable(`status ${response.status}`);
  }
  const facts = (body.facts ?? {}) as Record<string, unknown>;
  const seconds = response.headers.get('Retry-After');
  return new Refusal(response.status, body.code, seconds === null ? facts : { retryAfterSeconds: seconds, ...facts });
}

/** A UUID of chance; `randomUUID` does not exist on plain http. */
function aKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Where the photo of whoever should sit there is shown from. */
export const photoOf = (attempt: string): string => `/api/invigilation/attempts/${encodeURIComponent(attempt)}/photo`;

export function createNode(ask: typeof fetch = (input, init) => fetch(input, init), now: () => number = () => performance.now()) {
  async function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await ask(path, {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    }).catch((failure: unknown) => {
      throw new Unreachable(String(failure));
    });
    if (!response.ok) {
      throw await refusal(response);
    }
    return response;
  }

  async function json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await request(method, path, body);
    return (await response.json().catch(() => {
      throw new Unreachable('not JSON');
    })) as T;
  }

  /** Follows the pages to the end; a cursor that leads back to itself must not keep us for ever. */
  async function seatsOf(room: string): Promise<Seat[]> {
    const seats: Seat[] = [];
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query: string = new URLSearchParams({ room, ...(after === null ? {} : { after }), limit: String(PAGE) }).toString();
      const answer: SeatPage = await json<SeatPage>('GET', `/api/invigilation/seats?${query}`);
      if (!Array.isArray(answer.items)) {
        throw new Unreachable('not a page of seats');
      }
      seats.push(...answer.items);
      if (answer.next === null || answer.next === undefined || answer.next === after) {
        break;
      }
      after = answer.next;
    }
    return seats;
  }

  /**
   * Acts whose answer never came. Done again soon they keep their key, so that the node does them once; later the same words are another act.
   * A PIN is no part of what is remembered.
   */
  const unanswered = new Map<string, { key: string; until: number }>();

  const act = async (attempt: string, what: string, body: object): Promise<void> => {
    const path = `/api/invigilation/attempts/${encodeURIComponent(attempt)}/${what}`;
    const same = path + JSON.stringify({ ...body, second: undefined });
    const before = unanswered.get(same);
    const key = before !== undefined && now() < before.until ? before.key : aKey();
    unanswered.set(same, { key, until: now() + SAME_ACT_MS });
    try {
      await request('POST', path, body, { 'Idempotency-Key': key });
      unanswered.delete(same);
    } catch (problem) {
      if (problem instanceof Refusal) {
        unanswered.delete(same);
      }
      throw problem;
    }
  };

  return {
    whoAmI: () => json<Invigilator>('GET', '/api/invigilation/session'),
    signIn: (number: string, pin: string) => json<Invigilator>('POST', '/api/invigilation/session', { number, pin }),
    signOut: async () => void (await request('DELETE', '/api/invigilation/session')),
    now: async () => (await json<{ now: string }>('GET', '/api/clock')).now,
    seats: async (rooms: string[]) => {
      const seats: Seat[] = [];
      for (const room of rooms) {
        seats.push(...(await seatsOf(room)));
      }
      return seats;
    },
    unlock: (attempt: string, reason: string) => act(attempt, 'unlock', { reason }),
    extend: (attempt: string, extension: Extension) => act(attempt, 'extension', extension),
    message: (attempt: string, text: string) => act(attempt, 'message', { text }),
  };
}

export type Node = ReturnType<typeof createNode>;
