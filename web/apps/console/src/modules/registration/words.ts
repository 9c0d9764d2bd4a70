import { formatClosing, formatCount, formatDate, formatDuration } from '@onex/ui';
import { ApiProblem } from '../../api/problem.ts';
import { hasMessage, t, type Facts } from '../../i18n.ts';
import type { CellProblem } from '../../shell/intake/kind.ts';
import { problemInWords as cellProblemInWords } from '../../shell/intake/words.ts';
import { problemText } from '../../shell/problemText.ts';
import type { Candidate, Offered, Reason, Totals } from './types.ts';

const DATE_AT_END = /(^|\s)(\d{4}-\d{2}-\d{2})$/;

function dateInWords(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(dateInWords);
  }
  return typeof value === 'string' ? value.replace(DATE_AT_END, (_, before: string, date: string) => before + formatDate(date)) : value;
}

/** Dates are sent as 2024-04-29, alone or after a code, and read as 2024年4月29日(周一). */
const datesInWords = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, dateInWords(value)]));

/** What is wrong with a cell and what to do about it. */
export const problemInWords = ({ code, facts }: Pick<CellProblem, 'code' | 'facts'>): string =>
  cellProblemInWords({ code, facts: datesInWords(facts) }, (own) => `registration.problems.${own}`);

/** Why somebody was not registered. */
export function reasonInWords({ code, facts }: Pick<Reason, 'code' | 'facts'>): string {
  const refused = new ApiProblem(0, `registration.${code.toLowerCase().replaceAll('_', '-')}`, datesInWords(facts));
  return hasMessage(`registration.problems.${code}`) ? problemInWords({ code, facts }) : problemText(refused);
}

/** A refusal whose dates read as everywhere else. */
export const withDatesInWords = (problem: ApiProblem | null): ApiProblem | null =>
  problem && new ApiProblem(problem.status, problem.code, datesInWords(problem.facts), problem.problems, problem.retryAfterSeconds);

/** Whether records are as many as they must be (报名人数核对). */
export const isConsistent = (totals: Pick<Totals, 'records' | 'expectedRecords'>): boolean => totals.records === totals.expectedRecords;

export function checkInWords({ people, registrations, expectedRecords, records }: Totals): string {
  return t('registration.totals.check', {
    people: formatCount(people),
    registrations: registrations === people ? null : formatCount(registrations),
    expected: formatCount(expectedRecords),
    records: formatCount(records),
  });
}

/** Until when one may register, in business time; after that, whether the numbers are final. */
export function deadlineInWords({ closesAt, frozenAt }: Pick<Totals, 'closesAt' | 'frozenAt'>, now: number): string {
  const closes = formatClosing(closesAt);
  if (frozenAt !== null) {
    return t('registration.deadline.frozen', { closes });
  }
  const left = Date.parse(closesAt) - now;
  return left > 0 ? t('registration.deadline.open', { closes, left: formatDuration(left) }) : t('registration.deadline.closed', { closes });
}

/** Why somebody of the roster cannot be chosen; nothing for whoever can. */
export function hindranceInWords({ state }: Pick<Candidate, 'state'>, isRegistered: boolean): string {
  if (isRegistered) {
    return t('registration.pick.registered');
  }
  return state === 'ACCURATE' ? '' : t(`registration.pick.hindrances.${state}`);
}

export const offeredInWords = (qualification: string, level: Offered['level']): string =>
  t('registration.offered', { qualification, level: t(`registration.levels.${level}`) });

/** A word that could be an ID number has no place in an address. */
export const looksLikeNumber = (typed: string): boolean => /\d{15,}/.test(typed.normalize('NFKC').replace(/[\s-]/g, ''));
