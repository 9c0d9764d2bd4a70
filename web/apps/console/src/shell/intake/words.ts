import { hasMessage, t } from '../../i18n.ts';
import type { CellProblem } from './kind.ts';

/** More words than that to choose from are not read by anybody. */
const FEW = 8;

/**
 * What is wrong with a value and what to do about it: in the words of the module, or, where it has none, as of any spreadsheet.
 *
 * @param own the module's key for a code
 */
export function problemInWords({ code, facts }: Pick<CellProblem, 'code' | 'facts'>, own: (code: string) => string): string {
  const choices = Array.isArray(facts.choices) ? facts.choices : [];
  const short = choices.length > FEW ? t('intake.someOf', { some: choices.slice(0, 3), count: choices.length }) : choices;
  return t(hasMessage(own(code)) ? own(code) : `intake.problems.${code}`, { ...facts, choices: short });
}
