/** The browser's timers, or those of a test. */
export interface Timers {
  set(run: () => void, milliseconds: number): unknown;
  clear(handle: unknown): void;
}

export const browserTimers: Timers = {
  set: (run, milliseconds) => setTimeout(run, milliseconds),
  clear: (handle) => clearTimeout(handle as number),
};

export interface Repetition {
  start(): void;
  stop(): void;
  /** At once; or as soon as the round that is under way has ended. */
  now(): void;
}

/** Does something again and again, never twice at once: the wait begins when a round has ended. The work deals with its own failures. */
export function repeat(work: () => Promise<void>, everyMs: number, timers: Timers = browserTimers): Repetition {
  let waiting: unknown;
  let running = false;
  let wanted = false;
  let stopped = true;

  async function round(): Promise<void> {
    timers.clear(waiting);
    running = true;
    wanted = false;
    try {
      await work();
    } finally {
      running = false;
      if (!stopped) {
        waiting = timers.set(() => void round(), wanted ? 0 : everyMs);
      }
    }
  }

  return {
    start() {
      stopped = false;
      this.now();
    },
    stop() {
      stopped = true;
      timers.clear(waiting);
    },
    now() {
      if (running) {
        wanted = true;
      } else if (!stopped) {
        void round();
      }
    },
  };
}
