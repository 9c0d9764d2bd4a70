/** What a room sits in one slot: often two subjects of one level, sometimes several levels. */
import type { Exam } from './node.ts';

/** 网店运营推广 初级 理论、实操: the subjects of a level together. */
export function subjectsOf(sessions: readonly Exam[]): string[] {
  const levels = new Map<string, string[]>();
  for (const { qualification, level, subject } of sessions) {
    const name = `${qualification} ${level}`;
    levels.set(name, [...(levels.get(name) ?? []), subject]);
  }
  return [...levels].map(([name, subjects]) => `${name} ${subjects.join('、')}`);
}

/** From the first start to the last end. */
export function windowOf(sessions: readonly Exam[]): { opensAt: string; closesAt: string } {
  const byTime = (one: string, other: string): number => Date.parse(one) - Date.parse(other);
  return {
    opensAt: sessions.map(({ opensAt }) => opensAt).sort(byTime)[0] ?? '',
    closesAt:
      sessions
        .map(({ closesAt }) => closesAt)
        .sort(byTime)
        .at(-1) ?? '',
  };
}

/** Whether it must be said which subject somebody sits. */
export const areSeveral = (sessions: readonly Exam[]): boolean => new Set(sessions.map(({ subject }) => subject)).size > 1;
