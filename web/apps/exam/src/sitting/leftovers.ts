import { batch, MOST_ENTRIES } from './batch.ts';
import type { BeatTools } from './beats.ts';
import type { Run } from './journal.ts';

const LATER_MS = 30_000;

/** Sends what earlier attempts on this machine left behind. Quietly: the person who sits here now has nothing to do with it. */
export class Leftovers {
  private sending = false;

  constructor(
    private readonly tools: BeatTools,
    private readonly current: () => Run | null,
  ) {}

  /** True if nothing is left that could still be sent. */
  async send(): Promise<boolean> {
    if (this.sending) {
      return false;
    }
    this.sending = true;
    try {
      const now = this.current();
      const runs = (await this.tools.journal.unsentRuns()).filter((run) => run.attempt !== now?.attempt || run.epoch !== now.epoch);
      const done = [];
      for (const run of runs) {
        done.push(await this.sendRun(run));
      }
      return done.every((one) => one);
    } finally {
      this.sending = false;
    }
  }

  /** Comes back to it while the node is away. */
  async keepSending(): Promise<void> {
    const done = await this.send().catch(() => true);
    if (!done) {
      this.tools.clock.after(LATER_MS, () => void this.keepSending());
    }
  }

  /** Refused entries stay where they are: the node may be repaired, and people may want to look. */
  private async sendRun(run: Run): Promise<boolean> {
    const { journal, node } = this.tools;
    for (;;) {
      const entries = batch(await journal.pending(run, MOST_ENTRIES));
      const first = entries[0];
      if (first === undefined) {
        return true;
      }
      const outcome = await node.beat(run.attempt, { epoch: run.epoch, entries, events: [], confirmed: [] });
      if (outcome.kind !== 'ok') {
        return outcome.kind === 'refused';
      }
      await journal.acknowledge(run, Math.min(outcome.body.durableSeq, entries.at(-1)?.seq ?? 0));
      if (outcome.body.durableSeq < first.seq) {
        return true;
      }
    }
  }
}
