/** Time that only runs forward, and waiting. The machine's date is never asked: it may be wrong or be set during the exam. */
export interface Clock {
  now(): number;
  /** Does it once after so many milliseconds; the answer calls it off. */
  after(ms: number, act: () => void): () => void;
}

export const machineClock: Clock = {
  now: () => performance.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

const ZONE_MS = 8 * 3_600_000;

/** Milliseconds as ISO 8601 in the zone of the exam. */
export function inShanghai(ms: number): string {
  return new Date(ms + ZONE_MS).toISOString().replace('Z', '+08:00');
}

/** What the node's clock shows now, as far as its last answer lets us know. */
export class NodeTime {
  private offset: number | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly guess: () => number = Date.now,
  ) {}

  set(now: string | undefined): void {
    const told = Date.parse(now ?? '');
    this.offset = Number.isNaN(told) ? this.offset : told - this.clock.now();
  }

  /** Before the node ever answered this page, the machine's date has to do; it is recorded and never believed. */
  ms(): number {
    return this.offset === null ? this.guess() : this.offset + this.clock.now();
  }

  iso(): string {
    return inShanghai(this.ms());
  }

  wallTime(): string {
    return this.iso().slice(11, 19);
  }
}

/** Counts down what the node said remains. */
export class Countdown {
  private until: number | null = null;

  constructor(private readonly clock: Clock) {}

  set(remainingMs: number | null): void {
    this.until = remainingMs === null ? null : this.clock.now() + remainingMs;
  }

  remaining(): number | null {
    return this.until === null ? null : Math.max(0, this.until - this.clock.now());
  }
}

export const THRESHOLD_MINUTES = [30, 10, 5, 1] as const;

/** Says a threshold once when it is passed; what had passed before the first look stays unsaid, and after an extension it is said again. */
export class Thresholds {
  private before: number | null = null;

  passed(remainingMs: number): number | null {
    const before = this.before;
    this.before = remainingMs;
    if (before === null) {
      return null;
    }
    const crossed = THRESHOLD_MINUTES.filter((minutes) => before > minutes * 60_000 && remainingMs <= minutes * 60_000);
    return crossed.at(-1) ?? null;
  }
}

/** Minutes and seconds; the last second begun still counts as one. */
export function mmss(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
