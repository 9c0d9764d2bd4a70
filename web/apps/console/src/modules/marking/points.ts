import type { Criterion } from './types.ts';

/** What stands in the field of each criterion. */
export type Typed = Record<string, string>;

/** Digits as typed with whatever input method is on. */
export const plain = (typed: string): string => typed.normalize('NFKC').trim();

/** The points that were typed for a criterion; null where none are, or not such that it may have them. */
export function pointsOf({ points }: Pick<Criterion, 'points'>, typed: string | undefined): number | null {
  const text = plain(typed ?? '');
  return /^\d{1,3}$/.test(text) && Number(text) <= points ? Number(text) : null;
}

export const isWrong = (criterion: Pick<Criterion, 'points'>, typed: string | undefined): boolean =>
  plain(typed ?? '') !== '' && pointsOf(criterion, typed) === null;

/** The points of all criteria, or null as long as one is missing or wrong. */
export function allPoints(rubric: Criterion[], typed: Typed): Record<string, number> | null {
  const given = rubric.map((one): [string, number | null] => [one.id, pointsOf(one, typed[one.id])]);
  return given.every((pair): pair is [string, number] => pair[1] !== null) ? Object.fromEntries(given) : null;
}

export const totalOf = (rubric: Criterion[], typed: Typed): number =>
  rubric.reduce((sum, one) => sum + (pointsOf(one, typed[one.id]) ?? 0), 0);
