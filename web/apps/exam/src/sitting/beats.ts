import { batch, MOST_ENTRIES } from './batch.ts';
import type { Clock } from './clock.ts';
import type { Journal, Run } from './journal.ts';
import { backOff, type Node, type Refusal } from './node.ts';
import type { BeatAnswer, EventKind, Noticed } from './protocol.ts';

export const REST_MS = 5000;
export const CHANGE_MS = 300;
const HURRY_MS = 1000;
const MOST_EVENTS = 50;

export interface BeatTools {
  journal: Journal;
  node: Node;
  clock: Clock;
  random: () => number;
}

/** Those who want to know how it goes. */
export interface BeatEars {
  mayGoOn(): Promise<boolean>;
  answered(answer: BeatAnswer, left: number, acknowledged: boolean): void;
  line(state: 'up' | 'busy' | 'down'): void;
  /** Trying again cannot help; people have to. */
  stuck(refusal: Refusal): void;
  handedInBefore(): void;
  /** The window lost the attempt, or the machine its disk. */
  lost(reason: 'not-ours' | 'storage'): void;
}

/** Saving and heart-beat in one: at every change and every five seconds, one request at a time. */
export class Beats {
  private running: Promise<void> | null = null;
  private callOff: (() => void) | null = null;
  private dueAt = Infinity;
  private failures = 0;
  private waitMs = 0;
  private gaps = 0;
  private more = false;
  private stopped = false;
  private hurried = false;
  private events: Noticed[] = [];
  private readonly confirmed = new Set<string>();

  constructor(
    private readonly tools: BeatTools,
    private readonly run: Run,
    private readonly ears: BeatEars,
  ) {}

  start(): void {
    this.plan(0);
  }

  stop(): void {
    this.stopped = true;
    this.callOff?.();
  }

  /** Goes on after the end, because something came into the journal at the last moment. */
  resume(): void {
    this.stopped = false;
    this.plan(0);
  }

  /** Something changed: it travels within a second, unless the line is down and a retry is due anyway. */
  nudge(): void {
    this.more = true;
    if (this.running === null && this.failures === 0) {
      this.plan(CHANGE_MS);
    }
  }

  /** The line may be back: do not wait for the retry. */
  retryNow(): void {
    if (this.running === null) {
      this.plan(0);
    }
  }

  /** The deadline has passed; the receipt is awaited. */
  hurry(hurried: boolean): void {
    const begins = hurried && !this.hurried;
    this.hurried = hurried;
    if (begins) {
      this.nudge();
    }
  }

  notice(kind: EventKind, at: string): void {
    this.events = [...this.events, { kind, at }].slice(-MOST_EVENTS);
  }

  confirm(instruction: string): void {
    this.confirmed.add(instruction);
    this.nudge();
  }

  /** Sends until nothing is left. False as soon as a request does not get through. */
  async flush(): Promise<boolean> {
    while (!this.stopped) {
      await this.turn();
      if (this.failures > 0) {
        return false;
      }
      if ((await this.tools.journal.unsent(this.run)) === 0) {
        return true;
      }
    }
    return (await this.tools.journal.unsent(this.run)) === 0;
  }

  private plan(ms: number): void {
    const at = this.tools.clock.now() + ms;
    if (this.stopped || at >= this.dueAt) {
      return;
    }
    this.callOff?.();
    this.dueAt = at;
    this.callOff = this.tools.clock.after(ms, () => void this.turn());
  }

  private async turn(): Promise<void> {
    while (this.running !== null) {
      await this.running;
    }
    if (this.stopped) {
      return;
    }
    this.callOff?.();
    this.dueAt = Infinity;
    this.running = this.exchange().catch(() => {
      this.stop();
      this.ears.lost('storage');
    });
    await this.running;
    this.running = null;
    this.plan(this.rest());
  }

  private rest(): number {
    if (this.failures > 0) {
      return backOff(this.failures, this.tools.random, this.waitMs);
    }
    if (this.more) {
      return CHANGE_MS;
    }
    return this.hurried ? HURRY_MS : REST_MS;
  }

  private async exchange(): Promise<void> {
    if (!(await this.ears.mayGoOn())) {
      this.stop();
      this.ears.lost('not-ours');
      return;
    }
    this.more = false;
    const { journal, node } = this.tools;
    const entries = batch(await journal.pending(this.run, MOST_ENTRIES));
    const events = [...this.events];
    const confirmed = [...this.confirmed];
    const outcome = await node.beat(this.run.attempt, { epoch: this.run.epoch, entries, events, confirmed });
    if (outcome.kind === 'ok') {
      this.events = this.events.filter((event) => !events.includes(event));
      confirmed.forEach((id) => this.confirmed.delete(id));
      await this.arrived(outcome.body, entries.at(-1)?.seq ?? 0);
    } else if (outcome.kind === 'refused') {
      await this.refused(outcome);
    } else {
      this.failures += 1;
      this.waitMs = outcome.waitMs;
      this.ears.line(outcome.busy ? 'busy' : 'down');
    }
  }

  /** Never forgets more than this request carried, whatever the answer claims. */
  private async arrived(answer: BeatAnswer, lastSent: number): Promise<void> {
    this.failures = 0;
    this.gaps = 0;
    await this.tools.journal.acknowledge(this.run, Math.min(answer.durableSeq, lastSent));
    const left = await this.tools.journal.unsent(this.run);
    this.more ||= left > 0;
    if (left === 0 && (answer.state === 'TAKEN_OVER' || answer.state === 'HANDED_IN')) {
      this.stop();
    }
    this.ears.line('up');
    this.ears.answered(answer, left, lastSent > 0);
  }

  private async refused(refusal: Refusal): Promise<void> {
    this.failures = 0;
    // Everything that is kept goes out again, from the node's last entry on. If that leaves a gap too, the node has lost what it acknowledged.
    if (refusal.code === 'sitting.entries-missing' && this.gaps === 0) {
      this.gaps += 1;
      this.more = true;
      return;
    }
    this.stop();
    if (refusal.code === 'sitting.handed-in') {
      this.ears.handedInBefore();
    } else {
      this.ears.stuck(refusal);
    }
  }
}
