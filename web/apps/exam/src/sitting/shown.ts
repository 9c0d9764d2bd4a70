import { reactive } from 'vue';
import type { Answers } from './answers.ts';
import type { Facts } from './node.ts';
import type { AttemptView, Instruction, Paper, Receipt, Session } from './protocol.ts';

export type Phase =
  'opening' | 'idle' | 'other-window' | 'reconnecting' | 'confirm' | 'waiting' | 'exam' | 'receipt' | 'taken-over' | 'stuck';

export interface Trouble {
  code: string;
  facts: Facts;
}

/** All that the pages show. Only the sitting writes it. */
export interface Shown {
  phase: Phase;
  sessions: Session[];
  sessionsKnown: boolean;
  view: AttemptView | null;
  identityConfirmed: boolean;
  paper: Paper | null;
  paperHere: boolean;
  opensInMs: number | null;
  answers: Answers;
  marks: string[];
  line: 'up' | 'busy' | 'down';
  /** Changes on their way into the journal of this machine. */
  writing: number;
  unsent: number;
  /** The node's time at which the last answer was known to be on its disk. */
  savedAt: string | null;
  remainingMs: number | null;
  handInInMs: number | null;
  /** Words for a screen reader, said once. */
  threshold: number | null;
  locked: boolean;
  handingIn: boolean;
  instructions: Instruction[];
  receipt: Receipt | null;
  trouble: Trouble | null;
}

export function nothingShown(): Shown {
  return reactive<Shown>({
    ...{ phase: 'opening', sessions: [], sessionsKnown: false, view: null, identityConfirmed: false, paper: null, paperHere: false },
    ...{ opensInMs: null, answers: {}, marks: [], line: 'up', writing: 0, unsent: 0, savedAt: null, remainingMs: null, handInInMs: null },
    ...{ threshold: null, locked: false, handingIn: false, instructions: [], receipt: null, trouble: null },
  });
}
