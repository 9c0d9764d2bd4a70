import { formatTime } from '@onex/ui';
import locale from './locales/zh-CN.json';
import { Refusal } from './node.ts';

type Facts = Record<string, unknown>;
const errors: Record<string, string> = locale.errors;

/** Fills {name}; a fact that is missing shows as a dash. */
export function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'));
}

/** A time among the facts reads as the clock on the wall. */
function readable(facts: Facts): Facts {
  const { until } = facts;
  return typeof until === 'string' ? { ...facts, until: formatTime(until) } : facts;
}

/** What went wrong, and what to do next. */
export function problemText(problem: unknown): string {
  if (!(problem instanceof Refusal)) {
    return locale.unreachable;
  }
  const sentence = errors[problem.code];
  return sentence === undefined ? fill(locale.refused, { code: problem.code }) : fill(sentence, readable(problem.facts));
}

/** 刚刚, 3 秒前, 2 分钟前 */
export function agoText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 1) {
    return locale.ago.now;
  }
  return seconds < 60 ? fill(locale.ago.seconds, { seconds }) : fill(locale.ago.minutes, { minutes: Math.floor(seconds / 60) });
}

export { locale as words };
