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
  /** What the invigilators wrote down, for this subject; null as long as they have not. */
  attendance: Attendance | null;
  /** How many incidents are written down for this subject. */
  incidents: number;
  /** Until when its candidate may come; null for a subject that follows another one. */
  lateUntil: string | null;
}

export type Attendance = 'PRESENT' | 'ABSENT';

/** The numbers of one subject in one room, as the sign-in sheet asks for them. */
export interface RoomCount {
  room: string;
  session: string;
  subject: string;
  expected: number;
  present: number;
  absent: number;
  signedIn: number;
  handedIn: number;
  incidents: number;
}

export const INCIDENT_KINDS = ['DISCIPLINE', 'CHEATING', 'EQUIPMENT', 'HEALTH', 'OTHER'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];
/** What may cost somebody the exam: one person alone does not put it on record. */
export const NEEDS_TWO: readonly IncidentKind[] = ['DISCIPLINE', 'CHEATING'];

/** What happened to somebody in the room, as two people put it on record. */
export interface Incident {
  id: string;
  attempt: string;
  room: string;
  seat: number;
  name: string;
  ticket: string;
  subject: string;
  kind: IncidentKind;
  facts: string;
  /** Of the candidate; may be empty. */
  statement: string;
  number: string;
  second: string | null;
  at: string;
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

/** The second person of what one alone may not do. */
export interface Second {
  number: string;
  pin: string;
}

export interface Extension {
  minutes: number;
  reason: string;
  second: Second;
}

export interface ToldIncident {
  incident: IncidentKind;
  facts: string;
  statement: string;
  second: Second | null;
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

interface Page<T> {
  items: T[];
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
  async function pagesOf<T>(what: string, room: string): Promise<T[]> {
    const items: T[] = [];
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query: string = new URLSearchParams({ room, ...(after === null ? {} : { after }), limit: String(PAGE) }).toString();
      const answer: Page<T> = await json<Page<T>>('GET', `/api/invigilation/${what}?${query}`);
      if (!Array.isArray(answer.items)) {
        throw new Unreachable(`not a page of ${what}`);
      }
      items.push(...answer.items);
      if (answer.next === null || answer.next === undefined || answer.next === after) {
        break;
      }
      after = answer.next;
    }
    return items;
  }

  async function roomByRoom<T>(what: string, rooms: readonly string[]): Promise<T[]> {
    const items: T[] = [];
    for (const room of rooms) {
      items.push(...(await pagesOf<T>(what, room)));
    }
    return items;
  }

  /**
   * Acts whose answer never came. Done again soon they keep their key, so that the node does them once; later the same words are another act.
   * A PIN is no part of what is remembered.
   */
  const unanswered = new Map<string, { key: string; until: number }>();

  const pathOf = (attempt: string, what: string): string => `/api/invigilation/attempts/${encodeURIComponent(attempt)}/${what}`;

  const act = async (attempt: string, what: string, body: object): Promise<void> => {
    const path = pathOf(attempt, what);
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
    seats: (rooms: readonly string[]) => roomByRoom<Seat>('seats', rooms),
    incidents: (rooms: readonly string[]) => roomByRoom<Incident>('incidents', rooms),
    counts: () => json<RoomCount[]>('GET', '/api/invigilation/rooms'),
    unlock: (attempt: string, reason: string) => act(attempt, 'unlock', { reason }),
    extend: (attempt: string, extension: Extension) => act(attempt, 'extension', extension),
    message: (attempt: string, text: string) => act(attempt, 'message', { text }),
    handIn: (attempt: string, reason: string, second: Second) => act(attempt, 'hand-in', { reason, second }),
    incident: (attempt: string, { incident, ...told }: ToldIncident) => act(attempt, 'incidents', { kind: incident, ...told }),
    /** Says how it is, not what changes: after a correction the word before it is a new one, so that every try has its own key. */
    attend: async (attempt: string, attendance: Attendance, note = '') => {
      const body = { present: attendance === 'PRESENT', note };
      await request('PUT', pathOf(attempt, 'attendance'), body, { 'Idempotency-Key': aKey() });
    },
  };
}

export type Node = ReturnType<typeof createNode>;
