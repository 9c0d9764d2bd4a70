import { formatDate } from '@onex/ui';
import type { FieldProblem } from '../../api/problem.ts';
import { hasMessage, t, type Facts } from '../../i18n.ts';
import { ruleText } from '../../shell/problemText.ts';
import type { Origin, Plan, Warning } from './types.ts';

const POINT = /^(?:(exam|deadline|publicity)\s*)?([+-])\s*(\d+)\s*(working days|d)$/;

function point(text = ''): string | null {
  const match = POINT.exec(text.trim());
  if (match === null) {
    return null;
  }
  const [, anchor = 'exam', sign, number, unit] = match;
  const count = t(`plan.ruleWords.${unit === 'd' ? 'days' : 'workingDays'}`, { number });
  return t(`plan.ruleWords.${anchor}.${sign === '-' ? 'before' : 'after'}`, { count });
}

const FORMS: { form: RegExp; words: string }[] = [
  { form: /^(?<from>.+?)\s+for\s+(?<days>\d+)\s*d$/, words: 'lasting' },
  { form: /^until\s+(?<to>.+)$/, words: 'until' },
  { form: /^from\s+(?<from>.+)$/, words: 'from' },
  { form: /^(?<from>.+?)\s+until\s+(?<to>.+)$/, words: 'range' },
];

/** A rule of the notice format in words: `until -7 working days` is 截至考前 7 个工作日. An unknown rule stays as it is. */
export function ruleInWords(rule: string): string {
  for (const { form, words } of FORMS) {
    const parts = form.exec(rule)?.groups;
    if (parts) {
      const said = Object.entries(parts).map(([name, text]) => [name, name === 'days' ? text : point(text)]);
      return said.some(([, text]) => text === null) ? rule : t(`plan.ruleWords.${words}`, Object.fromEntries(said));
    }
  }
  return point(rule) ?? rule;
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

const kebab = (code: string): string => code.toLowerCase().replaceAll('_', '-');

/** What a place in a notice makes doubtful, as one Chinese sentence. */
export function warningInWords(warning: Warning): string {
  const key = `plan.warnings.${kebab(warning.code)}`;
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

/** What is wrong in a notice file. Only what the server names by a constant is translated; the rest is shown as the file writes it. */
export function fileProblemInWords(problem: FieldProblem): string {
  const { level, expected } = problem.facts;
  return ruleText({ ...problem, facts: { ...problem.facts, ...factsInWords({ level, expected }) } });
}

/** Where a value comes from, in two or three words. */
export function originInWords(origin: Origin): string {
  return t(`plan.origins.${origin.kind}`, { section: origin.section });
}
