import { dueFirst } from './blocks.ts';
import { openPaper } from './paper.ts';
import { Countdown, type Clock, NodeTime } from './clock.ts';
import { Exam } from './exam.ts';
import { Journal, type Kept } from './journal.ts';
import { Leftovers } from './leftovers.ts';
import { backOff, troubleOf, type Node } from './node.ts';
import type { AttemptView, Paper } from './protocol.ts';
import { SignInSecrets, type Pocket } from './secrets.ts';
import { nothingShown, type Phase, type Trouble } from './shown.ts';
import { Windows, type Channel } from './windows.ts';

export interface SittingTools {
  node: Node;
  clock: Clock;
  factory: IDBFactory;
  channel: Channel | null;
  random: () => number;
  owner: string;
  pocket: Pocket;
}

const IDLE_MS = 5000;
const WAITING_MS = 15_000;
const TICK_MS = 250;
const AGAIN_MS = 500;

/** From opening the page to the receipt: which page is due, and everything that must happen on the way. */
export class Sitting {
  readonly shown = nothingShown();
  exam: Exam | null = null;
  private readonly time: NodeTime;
  private readonly windows: Windows;
  private readonly secrets: SignInSecrets;
  private readonly untilStart: Countdown;
  private journal!: Journal;
  private kept: Kept | null = null;
  private sealed: ArrayBuffer | null = null;
  private starting = false;
  private callOffTick: (() => void) | null = null;
  private failures = 0;

  constructor(private readonly tools: SittingTools) {
    this.time = new NodeTime(tools.clock);
    this.untilStart = new Countdown(tools.clock);
    this.secrets = new SignInSecrets(tools.pocket);
    this.windows = new Windows(tools.channel, tools.clock, tools.owner, (attempt) => this.claimedElsewhere(attempt));
  }

  async open(): Promise<void> {
    try {
      this.journal = await Journal.open(this.tools.factory);
      const kept = await this.journal.latest();
      void this.pollSessions();
      await this.goOnWith(kept);
      void this.leftovers().keepSending();
    } catch {
      this.stuck({ code: 'storage', facts: {} });
    }
  }

  /** The refusal to show, or nothing. */
  async signIn(ticket: string, idNumber: string): Promise<Trouble | null> {
    const device = this.secrets.of(ticket);
    const outcome = await this.tools.node.signIn(ticket, idNumber, device);
    if (outcome.kind === 'unreachable') {
      return troubleOf(outcome);
    }
    if (outcome.kind === 'refused') {
      const here = outcome.code === 'sitting.device-active' ? await this.journal.byTicket(ticket) : undefined;
      // The device that is active may be this very one: the person had left, or somebody else sat here in between.
      return here !== undefined && (await this.resume(here, true)) ? null : troubleOf(outcome);
    }
    const trouble = await this.arrived(outcome.body);
    if (trouble === null) {
      // Until then the secret stays: with it this machine may sign in again.
      this.secrets.forget(ticket);
    }
    return trouble;
  }

  /** The refusal to show, or nothing: the next subject is here. */
  async goOn(): Promise<Trouble | null> {
    if (this.kept === null || this.shown.phase !== 'receipt') {
      return null;
    }
    const outcome = await this.tools.node.next(this.kept.attempt);
    if (outcome.kind !== 'ok') {
      return troubleOf(outcome);
    }
    return this.arrived(outcome.body, true);
  }

  async confirmIdentity(): Promise<void> {
    this.shown.identityConfirmed = true;
    if (this.kept !== null) {
      await this.journal.keep(this.kept, this.tools.owner, { identityConfirmed: true }).catch(() => undefined);
    }
    this.show('waiting');
    this.tickToStart();
  }

  /** Continues here; the other window notices and stops. */
  async claimHere(): Promise<void> {
    const kept = await this.journal.latest();
    await (kept?.phase === 'open' ? this.resume(kept) : this.goOnWith(kept));
  }

  /** The machine woke up or the page came back: nobody knows how long it was away. */
  wake(): void {
    this.exam?.beats.retryNow();
    void this.askTheTime();
  }

  /** Back to signing in. What is not sent yet stays on the machine and goes out by itself. */
  async leave(): Promise<void> {
    this.exam?.end();
    if (this.kept !== null) {
      await this.journal.finish(this.kept, 'closed', null).catch(() => undefined);
    }
    this.idle();
    void this.leftovers().keepSending();
  }

  private async goOnWith(kept: Kept | undefined): Promise<void> {
    if (kept === undefined) {
      this.idle();
    } else if (kept.phase === 'handed-in') {
      this.kept = kept;
      Object.assign(this.shown, { view: kept.view, receipt: kept.receipt });
      this.show('receipt');
    } else if (await this.windows.hasAnother(kept.attempt)) {
      this.show('other-window');
    } else {
      await this.resume(kept);
    }
  }

  /** False if the node does not know this device and the person has to sign in. */
  private async resume(kept: Kept, quietly = false): Promise<boolean> {
    const outcome = await this.tools.node.view(kept.attempt);
    if (outcome.kind === 'ok') {
      this.failures = 0;
      await this.entered(outcome.body);
      return true;
    }
    if (outcome.kind === 'refused') {
      return this.notResumed(kept, outcome, quietly);
    }
    if (!quietly) {
      await this.claim(kept);
      if (!(await this.goOnAlone(kept))) {
        this.show('reconnecting');
        this.failures += 1;
        this.tools.clock.after(backOff(this.failures, this.tools.random, outcome.waitMs), () => this.resumeLater(kept));
      }
    }
    return false;
  }

  private resumeLater(kept: Kept): void {
    if (this.shown.phase === 'reconnecting') {
      void this.resume(kept).catch(() => this.stuck({ code: 'storage', facts: {} }));
    }
  }

  private async notResumed(kept: Kept, refusal: Trouble, quietly: boolean): Promise<boolean> {
    if (quietly) {
      return false;
    }
    if (refusal.code === 'sitting.taken-over') {
      await this.claim(kept);
      Object.assign(this.shown, { view: kept.view, locked: true, unsent: await this.journal.unsent(kept) });
      this.show('taken-over');
      this.exam = new Exam(this.examTools(), kept, this.shown);
      this.exam.goOn();
      return true;
    }
    if (refusal.code !== 'sitting.attempt-unknown') {
      this.stuck(refusal);
      return true;
    }
    this.idle();
    this.shown.trouble = { code: refusal.code, facts: refusal.facts };
    return false;
  }

  /** The node is away, but this machine has been through the start: paper, key and answers are here. */
  private async goOnAlone(kept: Kept): Promise<boolean> {
    const sealed = kept.key === null ? undefined : await this.journal.paper(kept.view.paper.sha256);
    if (sealed === undefined || kept.key === null) {
      return false;
    }
    const paper = await openPaper(sealed, kept.key).catch(() => null);
    if (paper === null) {
      return false;
    }
    this.shown.line = 'down';
    await this.run(kept, paper, null, null);
    return true;
  }

  private arrived(view: AttemptView, known = false): Promise<Trouble | null> {
    return this.entered(view, known).then(
      () => null,
      () => ({ code: 'storage', facts: {} }),
    );
  }

  /** @param known the person has just sat the subject before at this machine. */
  private async entered(view: AttemptView, known = false): Promise<void> {
    this.exam?.end();
    this.exam = null;
    this.kept = await this.journal.enter(view, this.tools.owner, known);
    this.windows.claim(view.attempt);
    // First what is known, so that a slow node makes nobody start late.
    this.time.set(view.now);
    this.untilStart.set(view.opensInMs);
    void this.askTheTime();
    const { identityConfirmed } = this.kept;
    Object.assign(this.shown, { view, identityConfirmed, trouble: null, receipt: view.receipt, paper: null, savedAt: null, locked: false });
    if (view.state === 'HANDED_IN') {
      this.shown.locked = true;
      this.show('waiting');
      this.exam = new Exam(this.examTools(), this.kept, this.shown);
      this.exam.goOn();
      return;
    }
    void this.loadPaper(view).catch(() => this.stuck({ code: 'storage', facts: {} }));
    this.show(view.state === 'RUNNING' || identityConfirmed ? 'waiting' : 'confirm');
    this.tickToStart();
  }

  private async claim(kept: Kept): Promise<void> {
    this.kept = (await this.journal.claim(kept.attempt, this.tools.owner)) ?? kept;
    this.windows.claim(kept.attempt);
  }

  /** The sealed paper comes long before the start and is kept, so that the start needs one small message. */
  private async loadPaper(view: AttemptView, again = false): Promise<void> {
    this.sealed = null;
    this.shown.paperHere = false;
    let sealed = again ? undefined : await this.journal.paper(view.paper.sha256);
    for (let failures = 1; sealed === undefined; failures += 1) {
      const outcome = await this.tools.node.paper(view.paper.sha256, again || failures > 1);
      if (this.kept?.attempt !== view.attempt) {
        return;
      }
      if (outcome.kind === 'ok' && outcome.body.byteLength === view.paper.bytes) {
        sealed = outcome.body;
        await this.journal.keepPaper(view.paper.sha256, sealed);
      } else {
        await new Promise<void>((resolve) => this.tools.clock.after(backOff(failures, this.tools.random), resolve));
      }
    }
    this.sealed = sealed;
    this.shown.paperHere = true;
  }

  private tickToStart(): void {
    const { phase, view, identityConfirmed } = this.shown;
    if ((phase !== 'confirm' && phase !== 'waiting') || view === null || this.starting) {
      return;
    }
    const left = this.untilStart.remaining();
    this.shown.opensInMs = left;
    const ready = this.sealed !== null && (identityConfirmed || view.state === 'RUNNING');
    if (phase === 'waiting' && left === 0 && ready) {
      this.starting = true;
      void this.start()
        .catch(() => this.stuck({ code: 'storage', facts: {} }))
        .finally(() => {
          this.starting = false;
        });
      return;
    }
    this.tickLater(Math.min(TICK_MS, Math.max(left ?? TICK_MS, 20)));
  }

  private async start(): Promise<void> {
    const kept = this.kept;
    if (kept === null) {
      return;
    }
    const outcome = await this.tools.node.start(kept.attempt, kept.epoch);
    if (outcome.kind === 'refused' && outcome.code === 'sitting.handed-in') {
      await this.resume(kept);
    } else if (outcome.kind === 'refused' && outcome.code === 'sitting.not-released') {
      // The key is late for the whole room; everybody goes on asking, and nobody has to do anything.
      this.failures += 1;
      this.shown.trouble = { code: outcome.code, facts: outcome.facts };
      this.tickLater(backOff(this.failures, this.tools.random));
    } else if (outcome.kind === 'refused' && outcome.code === 'sitting.taken-over') {
      await this.notResumed(kept, outcome, false);
    } else if (outcome.kind === 'refused' && outcome.code !== 'sitting.not-open-yet') {
      this.stuck(outcome);
    } else if (outcome.kind === 'refused') {
      this.untilStart.set(Math.max(Number(outcome.facts.opensInMs) || 0, TICK_MS));
      this.tickLater(0);
    } else if (outcome.kind === 'unreachable') {
      this.failures += 1;
      this.shown.line = outcome.busy ? 'busy' : 'down';
      this.tickLater(backOff(this.failures, this.tools.random, outcome.waitMs));
    } else {
      this.failures = 0;
      Object.assign(this.shown, { line: 'up', trouble: null });
      await this.begin(kept, outcome.body.key, outcome.body.remainingMs, outcome.body.handInInMs);
    }
  }

  private async begin(kept: Kept, key: string, remainingMs: number, handInInMs: number): Promise<void> {
    const { sealed } = this;
    if (sealed === null) {
      return;
    }
    const paper = await openPaper(sealed, key).catch(() => null);
    if (paper === null) {
      // The copy is damaged: fetch it anew, past every cache, and start again.
      this.failures += 1;
      void this.loadPaper(kept.view, true).catch(() => this.stuck({ code: 'storage', facts: {} }));
      this.tickLater(AGAIN_MS + backOff(this.failures, this.tools.random));
      return;
    }
    await this.journal.keep(kept, this.tools.owner, { key }).then(
      () => this.run(kept, paper, remainingMs, handInInMs),
      () => this.show('other-window'),
    );
  }

  private async run(kept: Kept, paper: Paper, remainingMs: number | null, handInInMs: number | null): Promise<void> {
    const answers = await this.journal.answers(kept.attempt);
    Object.assign(this.shown, { paper, view: kept.view, instructions: [], unsent: await this.journal.unsent(kept), locked: false });
    this.exam = new Exam(this.examTools(), kept, this.shown);
    this.exam.begin(answers, kept.marks, remainingMs, handInInMs);
  }

  private tickLater(ms: number): void {
    this.callOffTick?.();
    this.callOffTick = this.tools.clock.after(ms, () => this.tickToStart());
  }

  private idle(): void {
    this.exam = null;
    this.kept = null;
    this.windows.release();
    Object.assign(this.shown, { view: null, receipt: null, paper: null, answers: {}, trouble: null, unsent: 0, locked: false, line: 'up' });
    this.show('idle');
  }

  private show(phase: Phase): void {
    this.shown.phase = phase;
  }

  private stuck(trouble: Trouble): void {
    this.exam?.end();
    this.shown.trouble = { code: trouble.code, facts: trouble.facts };
    this.show('stuck');
  }

  private claimedElsewhere(attempt: string): void {
    if (this.shown.phase === 'idle' || this.kept?.attempt === attempt) {
      this.exam?.end();
      this.windows.release();
      this.show('other-window');
    }
  }

  private async askTheTime(): Promise<void> {
    const outcome = await this.tools.node.sessions();
    if (outcome.kind === 'ok') {
      this.time.set(outcome.body.now);
      Object.assign(this.shown, { line: 'up', sessions: dueFirst(outcome.body), sessionsKnown: true });
      this.correctStart(outcome.body.now);
    }
  }

  /** A machine that slept has counted too little; the node's time sets the countdown right. */
  private correctStart(now: string): void {
    const { phase, view } = this.shown;
    if (view !== null && (phase === 'confirm' || phase === 'waiting') && view.state !== 'HANDED_IN') {
      this.untilStart.set(Math.max(0, Date.parse(view.session.opensAt) - Date.parse(now)));
    }
  }

  private async pollSessions(): Promise<void> {
    const isWaiting = this.shown.phase === 'confirm' || this.shown.phase === 'waiting';
    if (isWaiting || this.shown.phase === 'idle' || this.shown.phase === 'opening') {
      await this.askTheTime();
    }
    this.tools.clock.after(isWaiting ? WAITING_MS : IDLE_MS, () => void this.pollSessions());
  }

  private leftovers(): Leftovers {
    return new Leftovers(this.examTools(), () => this.kept);
  }

  private examTools() {
    return { ...this.tools, journal: this.journal, time: this.time, askTheTime: () => void this.askTheTime() };
  }
}
