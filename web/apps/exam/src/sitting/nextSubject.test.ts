import { describe, expect, it } from 'vitest';
import { nextOf, takesItsTime, whenOf } from './nextSubject.ts';
import type { AttemptView, Next } from './protocol.ts';
import { aView } from './testing.ts';

const at = (time: string) => `2024-05-18T${time}:00+08:00`;
const from = (opens: string, closes: string): Next => ({
  ...{ attempt: 'b', state: 'EXPECTED', opensInMs: 0 },
  session: { ...aView().session, subject: '实操', opensAt: at(opens), closesAt: at(closes) },
});

describe('the next subject', () => {
  it('is none when it was handed in, and for a view that was kept before there were any', () => {
    const next = from('14:00', '16:00');
    expect(nextOf(aView({ next }))).toBe(next);
    expect(nextOf(aView({ next: { ...next, state: 'HANDED_IN' } }))).toBeNull();
    const old = { ...aView() } as Partial<AttemptView>;
    delete old.next;
    expect([nextOf(old as AttemptView), nextOf(null)]).toEqual([null, null]);
  });

  it('loses what the first one takes only if their windows overlap', () => {
    expect(takesItsTime(aView({ next: from('14:00', '15:00') }))).toBe(true);
    expect(takesItsTime(aView({ next: from('15:00', '16:00') }))).toBe(false);
    expect(takesItsTime(aView())).toBe(false);
  });

  it('is to be written from its start to its end', () => {
    const next = from('14:00', '16:00');
    expect(['13:59', '14:00', '15:59', '16:00'].map((time) => whenOf(next, at(time)))).toEqual(['later', 'now', 'now', 'over']);
  });
});
