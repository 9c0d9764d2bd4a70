import type { Clock } from './clock.ts';

type Word =
  | { kind: 'who'; attempt: string; from: string }
  | { kind: 'here'; attempt: string; to: string }
  | { kind: 'claimed'; attempt: string; from: string };

/** The part of BroadcastChannel that is used. */
export interface Channel {
  postMessage(word: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

const ANSWER_WITHIN_MS = 400;

/** Windows of this browser ask each other who sits at an attempt. Only courtesy: what protects the answers is the owner in the journal. */
export class Windows {
  private mine: string | null = null;
  private heard: (() => void) | null = null;

  constructor(
    private readonly channel: Channel | null,
    private readonly clock: Clock,
    private readonly self: string,
    private readonly claimedElsewhere: (attempt: string) => void,
  ) {
    if (channel !== null) {
      channel.onmessage = (event) => this.listen(event.data as Word);
    }
  }

  /** Whether a living window has this attempt open. A frozen one does not answer, and loses it. */
  async hasAnother(attempt: string): Promise<boolean> {
    if (this.channel === null) {
      return false;
    }
    const channel = this.channel;
    return new Promise((resolve) => {
      const callOff = this.clock.after(ANSWER_WITHIN_MS, () => resolve(false));
      this.heard = () => {
        callOff();
        resolve(true);
      };
      channel.postMessage({ kind: 'who', attempt, from: this.self } satisfies Word);
    });
  }

  claim(attempt: string): void {
    this.mine = attempt;
    this.channel?.postMessage({ kind: 'claimed', attempt, from: this.self } satisfies Word);
  }

  release(): void {
    this.mine = null;
  }

  private listen(word: Word): void {
    if (word.kind === 'who' && word.attempt === this.mine) {
      this.channel?.postMessage({ kind: 'here', attempt: word.attempt, to: word.from } satisfies Word);
    } else if (word.kind === 'here' && word.to === this.self) {
      this.heard?.();
    } else if (word.kind === 'claimed') {
      this.claimedElsewhere(word.attempt);
    }
  }
}
