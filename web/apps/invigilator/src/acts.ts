/** What an invigilator does to one seat, and when it makes no sense to try. */
import type { Extension, Node, Seat } from './node.ts';
import { Unreachable } from './node.ts';
import { fill, problemText, words } from './words.ts';

export type Act = { kind: 'unlock'; reason: string } | ({ kind: 'extension' } & Extension) | { kind: 'message'; text: string };
export type Kind = Act['kind'];
export const KINDS: Kind[] = ['unlock', 'extension', 'message'];
export const LONGEST_MESSAGE = 200;
export const MOST_MINUTES = 60;

export interface Result {
  tone: 'success' | 'danger';
  text: string;
}

/** Time is given to who has not come yet, too, and between the subjects to the one that follows: the power may have been away. */
function target(kind: Kind, seat: Seat): string | null {
  return kind === 'extension' && seat.state === 'HANDED_IN' ? seat.nextAttempt : seat.attempt;
}

/** Why an act cannot be done to this seat now; null if it can. */
export function hindrance(kind: Kind, seat: Seat): string | null {
  if (kind === 'extension') {
    return target(kind, seat) === null ? words.extension.handedIn : null;
  }
  if (seat.attempt === null || seat.state === 'EXPECTED') {
    return words[kind].expected;
  }
  if (seat.state === 'HANDED_IN') {
    return seat.next === null ? words[kind].handedIn : words[kind].between;
  }
  return kind === 'unlock' && seat.unlocked ? words.unlock.already : null;
}

/** What the act means for this seat, where that does not go without saying. */
export function meaning(kind: Kind, seat: Seat): string | null {
  if (kind !== 'extension' || hindrance(kind, seat) !== null) {
    return null;
  }
  const { expected, between } = words.extension;
  return seat.state === 'EXPECTED' ? expected : seat.state === 'HANDED_IN' ? fill(between, { next: seat.next }) : null;
}

const samePerson = (a: string, b: string): boolean => a.trim().toUpperCase() === b.trim().toUpperCase();

function send(node: Node, attempt: string, act: Act): Promise<void> {
  switch (act.kind) {
    case 'unlock':
      return node.unlock(attempt, act.reason);
    case 'extension':
      return node.extend(attempt, { minutes: act.minutes, reason: act.reason, second: act.second });
    case 'message':
      return node.message(attempt, act.text);
  }
}

/** An answer that never came is not a refusal: the act may have been done. Doing the same again is safe, the node does it once. */
function failure(problem: unknown): string {
  return problem instanceof Unreachable ? words.uncertain : problemText(problem);
}

/** Does it and says in words how it ended; never throws. */
export async function carryOut(node: Node, seat: Seat, act: Act, me: string): Promise<Result> {
  const sentences = words[act.kind];
  const hindered = hindrance(act.kind, seat);
  const attempt = target(act.kind, seat);
  if (attempt === null || hindered !== null) {
    return { tone: 'danger', text: sentences.failed + (hindered ?? words[act.kind].handedIn) };
  }
  if (act.kind === 'extension' && samePerson(act.second.number, me)) {
    return { tone: 'danger', text: words.extension.same };
  }
  try {
    await send(node, attempt, act);
    const minutes = act.kind === 'extension' ? act.minutes : null;
    return { tone: 'success', text: fill(sentences.done, { seat: seat.seat, name: seat.name, minutes }) };
  } catch (problem) {
    return { tone: 'danger', text: problem instanceof Unreachable ? failure(problem) : sentences.failed + failure(problem) };
  }
}
