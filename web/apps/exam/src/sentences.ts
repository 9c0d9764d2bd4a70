import words from './locales/zh-CN.json';
import type { Facts } from './sitting/node.ts';

export { words };

/** Puts facts into a sentence: `{seat}`. */
export function fill(sentence: string, facts: Facts = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? ''));
}

/** The time of day of a moment that the node told, in the zone it told it in. */
export function wallTime(moment: string, seconds = false): string {
  return moment.slice(11, seconds ? 19 : 16);
}

export function day(moment: string): string {
  const [year, month, date] = moment.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The time of day, with its day in front where that is not the one everybody has in mind. */
export function timeBeside(moment: string, reference: string): string {
  return moment.slice(0, 10) === reference.slice(0, 10) ? wallTime(moment) : `${day(moment).slice(5)} ${wallTime(moment)}`;
}

/** 12 分钟 30 秒; above an hour nobody needs seconds. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const parts = {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds >= 3600 ? 0 : seconds % 60,
  };
  const said = Object.entries(parts).filter(([, n]) => n > 0);
  const all = said.length === 0 ? [['seconds', 0] as const] : said;
  return all.map(([unit, n]) => fill(words.duration[unit as keyof typeof parts], { n })).join(' ');
}

function readable(facts: Facts): Facts {
  const said = Object.entries(facts).map(([name, value]) => {
    if (name.endsWith('InMs') && typeof value === 'number') {
      return [name.slice(0, -2), duration(value)];
    }
    return [name, typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? wallTime(value) : value];
  });
  return Object.fromEntries(said) as Facts;
}

/** What a refusal means and what to do next. */
export function refusal(code: string, facts: Facts = {}): string {
  const sentences: Record<string, string> = words.refusals;
  return fill(sentences[code] ?? words.refusals.unknown, { code, ...readable(facts) });
}
