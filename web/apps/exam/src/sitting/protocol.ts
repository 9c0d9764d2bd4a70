/** What the node and this screen say to each other, as written in docs/answer-protocol.md. */

export interface Session {
  id: string;
  /** The session whose hand-in opens this one. */
  after: string | null;
  title: string;
  qualification: string;
  level: string;
  subject: string;
  practice: boolean;
  entryOpensAt: string;
  opensAt: string;
  lateUntil: string;
  closesAt: string;
  minutes: number;
}

export interface Sessions {
  now: string;
  sessions: Session[];
}

export interface Receipt {
  revision: number;
  /** Who handed in: the candidate, the node at the end, the invigilators; or what came after a hand-in by others. */
  kind: 'CANDIDATE' | 'DEADLINE' | 'FORCED' | 'LATE_SYNC';
  handedInAt: string;
  epoch: number;
  lastSeq: number;
  answered: number;
  hash: string;
  shortCode: string;
}

export interface Instruction {
  id: string;
  kind: 'MESSAGE' | 'EXTENDED';
  text: string | null;
  extraMs: number | null;
}

export type AttemptState = 'ENTERED' | 'RUNNING' | 'HANDED_IN';

/** The subject that follows for this candidate, opened by the hand-in. */
export interface Next {
  attempt: string;
  state: AttemptState | 'EXPECTED';
  session: Session;
  opensInMs: number;
}

/** The node's time at its answer. */
interface Timed {
  now?: string;
}

export interface AttemptView extends Timed {
  attempt: string;
  epoch: number;
  state: AttemptState;
  candidate: { name: string; idNumber: string; ticket: string; room: string; seat: number; photo: boolean };
  session: Session;
  paper: { sha256: string; bytes: number };
  opensInMs: number;
  remainingMs: number | null;
  handInInMs: number | null;
  durableSeq: number;
  answers: Record<string, string>;
  instructions: Instruction[];
  receipt: Receipt | null;
  next: Next | null;
}

export interface Started extends Timed {
  key: string;
  remainingMs: number;
  handInInMs: number;
}

/** One change of one answer as it travels. */
export interface Change {
  seq: number;
  item: string;
  value: string;
  at: string;
}

export type EventKind = 'FOCUS_LOST' | 'FOCUS_REGAINED' | 'OFFLINE' | 'ONLINE' | 'PAGE_OPENED';

export interface Noticed {
  kind: EventKind;
  at: string;
}

export interface Beat {
  epoch: number;
  entries: Change[];
  events: Noticed[];
  confirmed: string[];
}

export interface BeatAnswer extends Timed {
  durableSeq: number;
  remainingMs: number | null;
  handInInMs: number | null;
  state: AttemptState | 'TAKEN_OVER';
  instructions: Instruction[];
  receipt: Receipt | null;
}

export type ItemType = 'SINGLE' | 'MULTIPLE' | 'JUDGE' | 'TEXT';

export interface Item {
  id: string;
  type: ItemType;
  points: number;
  stem: string;
  options: { key: string; text: string }[];
  maxLength?: number;
}

export interface Paper {
  format: number;
  title: string;
  sections: { title: string; note: string; items: Item[] }[];
}
