import type { AttemptView, Next } from './protocol.ts';

/** The subject that is still to come; views that a page of an earlier version kept know nothing of it. */
export function nextOf(view: AttemptView | null): Next | null {
  const next = view?.next ?? null;
  return next?.state === 'HANDED_IN' ? null : next;
}

/** Whether time that is spent on this subject is missing for the one that follows. */
export function takesItsTime(view: AttemptView): boolean {
  const next = nextOf(view);
  return next !== null && Date.parse(next.session.opensAt) < Date.parse(view.session.closesAt);
}

export type When = 'now' | 'later' | 'over';

/** When the next subject may be written, for who asks at this moment. */
export function whenOf(next: Next, now: string): When {
  const at = Date.parse(now);
  if (Date.parse(next.session.opensAt) > at) {
    return 'later';
  }
  return Date.parse(next.session.closesAt) > at ? 'now' : 'over';
}
