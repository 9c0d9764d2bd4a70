import { hasMessage, t } from '../../i18n.ts';
import type { PhotoProblem } from './types.ts';

function factInWords(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.join('、');
  }
  const background = `photo.backgrounds.${String(value)}`;
  return hasMessage(background) ? t(background) : value;
}

/** What is wrong with a photo and what to do about it, as Chinese sentences. */
export function problemInWords(problem: PhotoProblem): string {
  const facts = Object.entries(problem.facts).map(([name, value]) => [name, factInWords(value)]);
  return t(`photo.problems.${problem.code}`, Object.fromEntries(facts));
}
