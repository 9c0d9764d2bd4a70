import { formatDuration } from '@onex/ui';
import { ApiProblem } from '../../api/problem.ts';
import { hasMessage, t } from '../../i18n.ts';
import type { SiteSummary, SiteWarning } from './types.ts';

/** How long a pending application has waited; nothing for any other state. */
export function waitedInWords(site: Pick<SiteSummary, 'state' | 'since'>, now: number): string {
  return site.state === 'PENDING' ? t('site.waited', { age: formatDuration(now - Date.parse(site.since)) }) : '';
}

export function warningInWords(warning: SiteWarning): string {
  return t(`site.warnings.${warning.code}`, warning.facts);
}

/** A refusal that names a field of the form by the word that stands beside it. */
export function withFieldInWords(problem: ApiProblem): ApiProblem {
  const key = `site.fields.${
    String(problem.facts.field)
      .replace(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? ''
  }`;
  const facts = hasMessage(key) ? { ...problem.facts, field: t(key) } : problem.facts;
  return new ApiProblem(problem.status, problem.code, facts, problem.problems, problem.retryAfterSeconds);
}
