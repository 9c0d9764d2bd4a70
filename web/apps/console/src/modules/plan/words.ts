import { formatDate } from '@onex/ui';
import { hasMessage, t, type Facts } from '../../i18n.ts';
import type { Origin, Plan, Warning } from './types.ts';

const ANCHORS: Record<string, { before: string; after: string }> = {
  exam: { before: '考前', after: '考试后' },
  deadline: { before: '报名截止前', after: '报名截止后' },
  publicity: { before: '公示结束前', after: '公示结束后' },
};
const POINT = /^(?:(exam|deadline|publicity)\s*)?([+-])\s*(\d+)\s*(working days|d)$/;

function point(text: string): string | null {
  const match = POINT.exec(text.trim());
  if (match === null) {
    return null;
  }
  const [, anchor = 'exam', sign, number, unit] = match;
  const side = sign === '-' ? 'before' : 'after';
  return `${ANCHORS[anchor]?.[side] ?? ''} ${number} ${unit === 'd' ? '日' : '个工作日'}`;
}

/** A rule of the notice format in words: `until -7 working days` is 截至考前 7 个工作日. An unknown rule stays as it is. */
export function ruleInWords(rule: string): string {
  const span = /^(.+?)\s+for\s+(\d+)\s*d$/.exec(rule);
  const range = /^(.+?)\s+until\s+(.+)$/.exec(rule);
  const until = /^until\s+(.+)$/.exec(rule);
  const from = /^from\s+(.+)$/.exec(rule);
  const say = (text: string | undefined): string => point(text ?? '') ?? '?';
  const words = span
    ? `${say(span[1])}起，共 ${span[2]} 日`
    : until
      ? `截至${say(until[1])}`
      : from
        ? `${say(from[1])}起`
        : range
          ? `${say(range[1])}至${say(range[2])}`
          : say(rule);
  return words.includes('?') ? rule : words;
}

function factInWords(name: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((part) => factInWords(name, part)).join('、');
  }
  if (typeof value !== 'string') {
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    return formatDate(value);
  }
  const known = ['levels', 'subjects', 'stageKinds'].map((list) => `plan.${list}.${value}`).find(hasMessage);
  return known === undefined ? ruleInWords(value) : t(known);
}

export function factsInWords(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, factInWords(name, value)]));
}

/** What a place in a notice makes doubtful, as one Chinese sentence. */
export function warningInWords(warning: Warning): string {
  const key = `plan.warnings.${warning.code}`;
  const facts = factsInWords(warning.facts);
  return hasMessage(key) ? t(key, facts) : t('plan.warnings.unknown', { code: warning.code });
}

/** Every warning about a plan with the place it belongs to: the plan itself, its dates, its stages. */
export function warningsOfPlan(plan: Pick<Plan, 'warnings' | 'deadline' | 'stages'>): string[] {
  const at = (place: string, warnings: Warning[]): string[] =>
    warnings.map((warning) => t('plan.one.warningAt', { place, warning: warningInWords(warning) }));
  return [
    ...plan.warnings.map(warningInWords),
    ...at(t('plan.one.deadline'), plan.deadline.warnings),
    ...plan.stages.flatMap((stage) => at(stage.name, stage.warnings)),
  ];
}

/** Where a value comes from, in two or three words. */
export function originInWords(origin: Origin): string {
  return t(`plan.origins.${origin.kind}`, { section: origin.section });
}
