import type { Clock } from './clock.ts';
import type { AttemptView, Beat, BeatAnswer, Receipt, Sessions, Started } from './protocol.ts';

export type Facts = Record<string, unknown>;

export interface Refusal {
  kind: 'refused';
  status: number;
  code: string;
  facts: Facts;
}

/** No answer of the node: nothing is known about what it did. Only trying again helps. */
export interface Unreachable {
  kind: 'unreachable';
  busy: boolean;
  waitMs: number;
}

export type Outcome<T> = { kind: 'ok'; body: T } | Refusal | Unreachable;

export const PATIENCE_MS = 8000;
const LONGEST_WAIT_MS = 30_000;
const AWAY: Unreachable = { kind: 'unreachable', busy: false, waitMs: 0 };

type Shape = Record<string, 'number' | 'string' | 'object'>;

/** Something else than the node (a portal page, a proxy) may answer with 200; that must never count as saved. */
function has(body: unknown, shape: Shape): boolean {
  return typeof body === 'object' && body !== null && Object.entries(shape).every(([key, type]) => typeof (body as Facts)[key] === type);
}

function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('Retry-After') ?? 0);
  return Number.isFinite(seconds) ? Math.min(Math.max(0, seconds * 1000), LONGEST_WAIT_MS) : 0;
}

/** The node's requests. A failure is an outcome, not an exception. */
export class Node {
  constructor(
    private readonly ask: typeof fetch,
    private readonly clock: Clock,
  ) {}

  sessions(): Promise<Outcome<Sessions>> {
    return this.call('/api/sitting/sessions', undefined, { now: 'string', sessions: 'object' });
  }

  signIn(ticket: string, idNumber: string, device: string): Promise<Outcome<AttemptView>> {
    return this.call('/api/sitting/sign-ins', { ticket, idNumber, device }, VIEW);
  }

  view(attempt: string): Promise<Outcome<AttemptView>> {
    return this.call(`/api/sitting/attempts/${attempt}`, undefined, VIEW);
  }

  start(attempt: string, epoch: number): Promise<Outcome<Started>> {
    return this.call(`/api/sitting/attempts/${attempt}/start`, { epoch }, { key: 'string', remainingMs: 'number' });
  }

  beat(attempt: string, beat: Beat): Promise<Outcome<BeatAnswer>> {
    return this.call(`/api/sitting/attempts/${attempt}/beat`, beat, { durableSeq: 'number', state: 'string', instructions: 'object' });
  }

  handIn(attempt: string, epoch: number, lastSeq: number): Promise<Outcome<Receipt>> {
    return this.call(`/api/sitting/attempts/${attempt}/hand-in`, { epoch, lastSeq }, { hash: 'string', shortCode: 'string' });
  }

  /** Sits down at the subject that follows the one that this machine has handed in. */
  next(attempt: string): Promise<Outcome<AttemptView>> {
    return this.call(`/api/sitting/attempts/${attempt}/next`, {}, VIEW);
  }

  /** The sealed paper; `again` goes past a copy that proved to be damaged. */
  paper(sha256: string, again = false): Promise<Outcome<ArrayBuffer>> {
    return this.within(async (signal) => {
      const response = await this.ask(`/api/sitting/papers/${sha256}`, { signal, cache: again ? 'reload' : 'default' });
      return response.ok ? { kind: 'ok', body: await response.arrayBuffer() } : AWAY;
    });
  }

  private call<T>(path: string, content: unknown, shape: Shape): Promise<Outcome<T>> {
    return this.within(async (signal) => {
      const headers = { 'Content-Type': 'application/json' };
      const sent: RequestInit = content === undefined ? {} : { method: 'POST', body: JSON.stringify(content), headers };
      const response = await this.ask(path, { ...sent, signal, cache: 'no-store', credentials: 'same-origin' });
      const body: unknown = await response.json().catch(() => null);
      if (response.ok) {
        return has(body, shape) ? { kind: 'ok', body: body as T } : AWAY;
      }
      const problem = (body ?? {}) as { code?: unknown; facts?: Facts };
      if (response.status >= 500 || typeof problem.code !== 'string') {
        return { kind: 'unreachable', busy: response.status === 503, waitMs: retryAfter(response) };
      }
      return { kind: 'refused', status: response.status, code: problem.code, facts: problem.facts ?? {} };
    });
  }

  private async within<T>(request: (signal: AbortSignal) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const abort = new AbortController();
    const callOff = this.clock.after(PATIENCE_MS, () => abort.abort());
    try {
      return await request(abort.signal);
    } catch {
      return AWAY;
    } finally {
      callOff();
    }
  }
}

const VIEW: Shape = { attempt: 'string', epoch: 'number', state: 'string', candidate: 'object', session: 'object', paper: 'object' };

/** What to say about an answer that is none, or a no. */
export function troubleOf(outcome: Refusal | Unreachable): { code: string; facts: Facts } {
  if (outcome.kind === 'unreachable') {
    return { code: outcome.busy ? 'sitting.busy' : 'unreachable', facts: {} };
  }
  return { code: outcome.code, facts: outcome.facts };
}

/** Where the photo of whoever sits at an attempt is shown from. */
export const photoOf = (attempt: string): string => `/api/sitting/attempts/${attempt}/photo`;

/** How long to wait before the next attempt: doubling up to five seconds, scattered so that a room does not come back as one. */
export function backOff(failures: number, random: () => number, waitMs = 0): number {
  const ceiling = Math.min(5000, 500 * 2 ** Math.min(failures - 1, 10));
  return waitMs + ceiling * (0.5 + random() / 2);
}
