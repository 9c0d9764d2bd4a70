import { dayNumber, isoDateOf } from '@onex/ui';
import { ApiProblem } from '../../api/problem.ts';
import { hasMessage, t } from '../../i18n.ts';
import type { Bill, BillLine, BillSummary } from './types.ts';

const NEAR_DAYS = 7;

/** What a due date means today for a bill on which something is owed; nothing while it is far away or all is paid. */
export function dueInWords(bill: Pick<BillSummary, 'due' | 'state'>, now: number): { tone: 'warning' | 'danger'; words: string } | null {
  if (!bill.due || !['UNPAID', 'PARTIAL'].includes(bill.state)) {
    return null;
  }
  const days = dayNumber(bill.due) - dayNumber(isoDateOf(now));
  if (days < 0) {
    return { tone: 'danger', words: t('fee.due.over', { days: -days }) };
  }
  if (days > NEAR_DAYS) {
    return null;
  }
  return { tone: 'warning', words: days === 0 ? t('fee.due.today') : t('fee.due.near', { days }) };
}

/** Where the price of a level comes from. */
export function originInWords(line: Pick<BillLine, 'price' | 'notice' | 'province'>): string {
  if (line.price === null) {
    return t('fee.lines.unpricedHint');
  }
  if (line.notice !== null) {
    return t('fee.lines.printed', { notice: line.notice });
  }
  return line.province === null ? t('fee.lines.everywhere') : t('fee.lines.province', { province: line.province });
}

/** What is owed or was paid too much, where there is any of it. */
export function differenceOf(bill: Pick<Bill, 'owed' | 'excess' | 'state'>): { word: string; amount: string } | null {
  if (bill.state === 'OVERPAID') {
    return { word: t('fee.sum.excess'), amount: bill.excess };
  }
  return Number(bill.owed) > 0 ? { word: t('fee.sum.owed'), amount: bill.owed } : null;
}

/** A refusal that names a field of the form by the word that stands beside it. */
export function withFieldInWords(problem: ApiProblem): ApiProblem {
  const key = `fee.fields.${String(problem.facts.field)}`;
  const facts = hasMessage(key) ? { ...problem.facts, field: t(key) } : problem.facts;
  return new ApiProblem(problem.status, problem.code, facts, problem.problems, problem.retryAfterSeconds);
}
