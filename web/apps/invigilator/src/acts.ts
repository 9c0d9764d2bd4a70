/** What an invigilator does to one seat, and when it makes no sense to try. */
import type { Attendance, Extension, Node, Seat, Second, ToldIncident } from './node.ts';
import { Unreachable } from './node.ts';
import { fill, problemText, words } from './words.ts';

export type Act =
  | { kind: 'unlock'; reason: string }
  | ({ kind: 'extension' } & Extension)
  | { kind: 'message'; text: string }
  | { kind: 'attendance'; attendance: Attendance; note: string }
  | ({ kind: 'incident' } & ToldIncident)
  | { kind: 'handIn'; reason: string; second: Second };
export type Kind = Act['kind'];
export const KINDS: Kind[] = ['unlock', 'extension', 'message', 'attendance', 'incident', 'handIn'];
export const LONGEST_MESSAGE = 200;
export const LONGEST_ACCOUNT = 1000;
export const MOST_MINUTES = 60;

export interface Result {
  tone: 'success' | 'danger';
  text: string;
}

/** Time is given to who has not come yet, too, and between the subjects to the one that follows: the power may have been away. */
function target(kind: Kind, seat: Seat): string | null {
  return kind === 'extension' && seat.state === 'HANDED_IN' ? seat.nextAttempt : seat.attempt;
}

/** An unlock and a message are for somebody who sits there and writes, or will. */
function absence(kind: 'unlock' | 'message', seat: Seat): string | null {
  if (seat.attempt === null || seat.state === 'EXPECTED') {
    return words[kind].expected;
  }
  if (seat.state === 'HANDED_IN') {
    return seat.next === null ? words[kind].handedIn : words[kind].between;
  }
  return kind === 'unlock' && seat.unlocked ? words.unlock.already : null;
}

/** Why an act cannot be done to this seat now; null if it can. */
export function hindrance(kind: Kind, seat: Seat): string | null {
  switch (kind) {
    case 'unlock':
    case 'message':
      return absence(kind, seat);
    case 'extension':
      return target(kind, seat) === null ? words.extension.handedIn : null;
    case 'handIn':
      return seat.state === 'RUNNING' ? null : words.handIn.hindered[seat.state];
    default:
      return seat.attempt === null ? words.nobody : null;
  }
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

const isAlone = (act: Act, me: string): boolean => 'second' in act && act.second !== null && samePerson(act.second.number, me);

function send(node: Node, attempt: string, act: Act): Promise<void> {
  switch (act.kind) {
    case 'unlock':
      return node.unlock(attempt, act.reason);
    case 'extension':
      return node.extend(attempt, { minutes: act.minutes, reason: act.reason, second: act.second });
    case 'message':
      return node.message(attempt, act.text);
    case 'attendance':
      return node.attend(attempt, act.attendance, act.note);
    case 'incident':
      return node.incident(attempt, { incident: act.incident, facts: act.facts, statement: act.statement, second: act.second });
    case 'handIn':
      return node.handIn(attempt, act.reason, act.second);
  }
}

/** What the sentence about a done act names besides the person. */
function named(act: Act): Record<string, unknown> {
  switch (act.kind) {
    case 'extension':
      return { minutes: act.minutes };
    case 'attendance':
      return { attendance: words.attendances[act.attendance] };
    default:
      return {};
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
    return { tone: 'danger', text: sentences.failed + (hindered ?? words.nobody) };
  }
  if (isAlone(act, me)) {
    return { tone: 'danger', text: words.second.same };
  }
  try {
    await send(node, attempt, act);
    return { tone: 'success', text: fill(sentences.done, { seat: seat.seat, name: seat.name, ...named(act) }) };
  } catch (problem) {
    return { tone: 'danger', text: problem instanceof Unreachable ? failure(problem) : sentences.failed + failure(problem) };
  }
}
