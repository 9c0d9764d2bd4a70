import { clean, LONGEST_VALUE, type Answers } from './answers.ts';
import { Beats, type BeatTools } from './beats.ts';
import { Countdown, inShanghai, Thresholds, type NodeTime } from './clock.ts';
import { NotOurs, type Run } from './journal.ts';
import type { Refusal } from './node.ts';
import type { BeatAnswer, EventKind, Instruction, Item, Receipt } from './protocol.ts';
import type { Shown, Trouble } from './shown.ts';

export interface ExamTools extends BeatTools {
  time: NodeTime;
  owner: string;
  askTheTime: () => void;
}

export type HandInEnd = 'handed-in' | 'unsaved' | 'unreachable' | Trouble;

const TICK_MS = 250;

/** One attempt while it runs: answers go into the journal first, then onto the screen, then to the node. */
export class Exam {
  readonly beats: Beats;
  private readonly countdown: Countdown;
  private readonly untilHandIn: Countdown;
  private readonly thresholds = new Thresholds();
  private readonly drafts = new Set<() => void>();
  private readonly dismissed = new Set<string>();
  private changes: Promise<void> = Promise.resolve();
  private callOff: (() => void) | null = null;
  private ended = false;
  /** The node was asked to hand in and has not answered: until it says otherwise, nothing may be written that it would refuse. */
  private handInUnknown = false;

  constructor(
    private readonly tools: ExamTools,
    readonly run: Run,
    private readonly shown: Shown,
  ) {
    this.countdown = new Countdown(tools.clock);
    this.untilHandIn = new Countdown(tools.clock);
    this.beats = new Beats(tools, run, {
      mayGoOn: () => tools.journal.owns(run, tools.owner),
      answered: (answer, left, sent) => this.answered(answer, left, sent),
      line: (line) => this.heardLine(line),
      stuck: (refusal) => this.stuck(refusal),
      handedInBefore: () => void this.fetchReceipt(),
      lost: (reason) => this.lost(reason),
    });
  }

  begin(answers: Answers, marks: string[], remainingMs: number | null, handInInMs: number | null): void {
    Object.assign(this.shown, { answers, marks, phase: 'exam' });
    this.setTime(remainingMs, handInInMs);
    this.notice('PAGE_OPENED');
    this.goOn();
  }

  /** Only the sending, for an attempt that is over here but not sent yet. */
  goOn(): void {
    this.beats.start();
    this.tick();
  }

  end(): void {
    this.ended = true;
    this.beats.stop();
    this.callOff?.();
  }

  /** The edit is applied to what the journal has by then, so that quick changes do not undo each other. */
  change(item: Item, edit: (value: string) => string): Promise<void> {
    if (this.shown.locked || this.ended) {
      return Promise.resolve();
    }
    const at = this.tools.time.iso();
    this.shown.writing += 1;
    this.changes = this.changes
      .then(async () => {
        const old = this.shown.answers[item.id] ?? '';
        const value = clean(edit(old), item.maxLength ?? LONGEST_VALUE);
        if (value === old) {
          return;
        }
        await this.tools.journal.append(this.run, this.tools.owner, item.id, value, at);
        this.shown.answers[item.id] = value;
        this.beats.nudge();
        this.shown.unsent = await this.tools.journal.unsent(this.run);
      })
      .catch((error: unknown) => this.lost(error instanceof NotOurs ? 'not-ours' : 'storage'))
      .finally(() => {
        this.shown.writing -= 1;
      });
    return this.changes;
  }

  async mark(item: string): Promise<void> {
    const { marks } = this.shown;
    this.shown.marks = marks.includes(item) ? marks.filter((other) => other !== item) : [...marks, item];
    await this.tools.journal
      .keep(this.run, this.tools.owner, { marks: [...this.shown.marks] })
      .catch((error: unknown) => this.lost(error instanceof NotOurs ? 'not-ours' : 'storage'));
  }

  /** What is typed and not kept yet registers here, to be kept before the page, the time or the item goes. */
  registerDraft(keep: () => void): () => void {
    this.drafts.add(keep);
    return () => this.drafts.delete(keep);
  }

  keepDrafts(): void {
    this.drafts.forEach((keep) => keep());
  }

  notice(kind: EventKind): void {
    this.beats.notice(kind, this.tools.time.iso());
  }

  dismiss(instruction: string): void {
    this.dismissed.add(instruction);
    this.shown.instructions = this.shown.instructions.filter((other) => other.id !== instruction);
    this.beats.confirm(instruction);
  }

  /** The time of day at the node so many milliseconds from now. */
  timeAfter(ms: number): string {
    return inShanghai(this.tools.time.ms() + ms).slice(11, 19);
  }

  /** Everything typed is kept, everything kept is sent. */
  async save(): Promise<boolean> {
    this.keepDrafts();
    await this.changes;
    return this.beats.flush();
  }

  async handIn(): Promise<HandInEnd> {
    this.keepDrafts();
    this.shown.handingIn = true;
    this.shown.locked = true;
    const end = await this.tryHandIn().catch((): HandInEnd => 'unsaved');
    this.shown.handingIn = false;
    this.tick();
    return end;
  }

  private async tryHandIn(): Promise<HandInEnd> {
    for (let tries = 0; tries < 3; tries += 1) {
      await this.changes;
      if (!(await this.beats.flush())) {
        return 'unsaved';
      }
      if (this.shown.phase !== 'exam') {
        return 'handed-in';
      }
      const kept = await this.tools.journal.find(this.run.attempt);
      const outcome = await this.tools.node.handIn(this.run.attempt, this.run.epoch, kept?.lastSeq ?? 0);
      if (outcome.kind === 'ok') {
        await this.finish(outcome.body);
        return 'handed-in';
      }
      if (outcome.kind === 'unreachable') {
        this.handInUnknown = true;
        this.beats.nudge();
        return 'unreachable';
      }
      if (outcome.code !== 'sitting.entries-missing') {
        return { code: outcome.code, facts: outcome.facts };
      }
    }
    return 'unsaved';
  }

  private answered(answer: BeatAnswer, left: number, sent: boolean): void {
    this.tools.time.set(answer.now);
    this.shown.unsent = left;
    if (left === 0 && (sent || this.shown.savedAt === null)) {
      this.shown.savedAt = this.tools.time.wallTime();
    }
    this.setTime(answer.remainingMs, answer.handInInMs);
    this.shown.instructions = answer.instructions.filter((instruction: Instruction) => !this.dismissed.has(instruction.id));
    if (answer.state === 'RUNNING') {
      this.handInUnknown = false;
    }
    if (answer.state === 'TAKEN_OVER') {
      this.lock();
      this.shown.phase = 'taken-over';
    }
    if (answer.state === 'HANDED_IN') {
      this.lock();
      if (left === 0) {
        void this.close(answer.receipt);
      }
    }
  }

  /** What is being typed at this moment was typed before the end: it goes into the journal first. */
  private lock(): void {
    this.keepDrafts();
    this.shown.locked = true;
  }

  /** The receipt is shown when nothing is left to send; what was typed in the last moment may be on its way into the journal. */
  private async close(receipt: Receipt | null): Promise<void> {
    await this.changes;
    if (this.ended) {
      return;
    }
    if ((await this.tools.journal.unsent(this.run)) > 0) {
      this.beats.resume();
    } else {
      await (receipt === null ? this.fetchReceipt() : this.finish(receipt));
    }
  }

  private heardLine(line: Shown['line']): void {
    if (line === 'down' && this.shown.line !== 'down') {
      this.notice('OFFLINE');
    }
    if (line === 'up' && this.shown.line === 'down') {
      this.notice('ONLINE');
      this.tools.askTheTime();
    }
    this.shown.line = line;
  }

  private setTime(remainingMs: number | null, handInInMs: number | null): void {
    this.countdown.set(remainingMs);
    this.untilHandIn.set(handInInMs);
    if (this.callOff !== null) {
      this.tick();
    }
  }

  private tick(): void {
    this.callOff?.();
    if (this.ended) {
      return;
    }
    this.callOff = this.tools.clock.after(TICK_MS, () => this.tick());
    const remaining = this.countdown.remaining();
    this.shown.remainingMs = remaining;
    this.shown.handInInMs = this.untilHandIn.remaining();
    this.shown.threshold = remaining === null ? null : this.announced(remaining);
    const over = remaining === 0;
    if (over && !this.shown.locked) {
      this.keepDrafts();
    }
    this.beats.hurry(over);
    this.shown.locked = over || this.shown.handingIn || this.handInUnknown || this.shown.phase !== 'exam';
  }

  /** Stays until time is added, so that the same threshold can be said again then. */
  private announced(remaining: number): number | null {
    const before = this.shown.threshold;
    return this.thresholds.passed(remaining) ?? (before !== null && remaining <= before * 60_000 ? before : null);
  }

  private async finish(receipt: Receipt): Promise<void> {
    this.end();
    await this.tools.journal.finish(this.run, 'handed-in', receipt).catch(() => undefined);
    Object.assign(this.shown, { receipt, phase: 'receipt', locked: true, paper: null, answers: {} });
  }

  private async fetchReceipt(): Promise<void> {
    const outcome = await this.tools.node.view(this.run.attempt);
    if (outcome.kind === 'ok' && outcome.body.receipt !== null) {
      await this.finish(outcome.body.receipt);
    } else if (outcome.kind === 'refused') {
      this.stuck(outcome);
    } else {
      this.tools.clock.after(2000, () => void this.fetchReceipt());
    }
  }

  private stuck(refusal: Refusal): void {
    this.keepDrafts();
    this.end();
    Object.assign(this.shown, { phase: 'stuck', locked: true, trouble: { code: refusal.code, facts: refusal.facts } });
  }

  private lost(reason: 'not-ours' | 'storage'): void {
    if (this.ended) {
      // The receipt is there, or somebody has said already what is wrong.
      return;
    }
    this.end();
    const trouble = reason === 'storage' ? { code: 'storage', facts: {} } : null;
    Object.assign(this.shown, { phase: reason === 'storage' ? 'stuck' : 'other-window', locked: true, trouble });
  }
}
