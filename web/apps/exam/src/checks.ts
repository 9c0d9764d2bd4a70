/** The checks a machine in an exam room goes through; they also work on plain http from another machine. */

export type State = 'waiting' | 'good' | 'doubtful' | 'bad';

export interface Finding {
  state: State;
  facts: Record<string, string | number>;
}

export const SMALLEST = { width: 1024, height: 768 };
export const LARGEST_DIFFERENCE_MS = 2000;
const PATIENCE_MS = 4000;

/** The screen itself counts, not the window. */
export function checkScreen(width: number, height: number): Finding {
  const enough = width >= SMALLEST.width && height >= SMALLEST.height;
  return { state: enough ? 'good' : 'bad', facts: { width, height } };
}

/** The server's time against this machine's, halfway between asking and the answer. */
export function checkTime(serverNow: string, asked: number, answered: number): Finding {
  const difference = Date.parse(serverNow) - (asked + answered) / 2;
  const seconds = (Math.abs(difference) / 1000).toFixed(1);
  return { state: Math.abs(difference) > LARGEST_DIFFERENCE_MS ? 'doubtful' : 'good', facts: { seconds } };
}

export interface Reached {
  connection: Finding;
  time: Finding;
  /** The business time that the exam goes by. */
  now: string | null;
}

/** Where the business clock was moved (demo, rehearsal), the machines are compared by the server's own time: whole seconds, so add half of one. */
function machineTime(response: Response, moved: boolean): string | null {
  const date = Date.parse(response.headers.get('Date') ?? '');
  return moved && !Number.isNaN(date) ? new Date(date + 500).toISOString() : null;
}

export async function checkServer(ask: typeof fetch = fetch): Promise<Reached> {
  const asked = Date.now();
  try {
    const response = await ask('/api/clock', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    const answered = Date.now();
    const body = (await response.json()) as { now?: unknown; movable?: unknown };
    if (!response.ok || typeof body.now !== 'string') {
      throw new Error(`status ${response.status}`);
    }
    return {
      connection: { state: 'good', facts: { milliseconds: answered - asked } },
      time: checkTime(machineTime(response, body.movable === true) ?? body.now, asked, answered),
      now: body.now,
    };
  } catch {
    return { connection: { state: 'bad', facts: {} }, time: { state: 'waiting', facts: {} }, now: null };
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

/** Writes a value and reads it back; answers are kept this way while the network is away. */
export async function checkStorage(factory: IDBFactory | undefined = globalThis.indexedDB): Promise<Finding> {
  try {
    if (factory === undefined) {
      return { state: 'bad', facts: {} };
    }
    const opening = factory.open('onex-device-check', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('values');
    const database = await settled(opening);
    const written = `${Date.now()}`;
    await settled(database.transaction('values', 'readwrite').objectStore('values').put(written, 'check'));
    const read: unknown = await settled(database.transaction('values').objectStore('values').get('check'));
    database.close();
    return { state: read === written ? 'good' : 'bad', facts: {} };
  } catch {
    return { state: 'bad', facts: {} };
  }
}
