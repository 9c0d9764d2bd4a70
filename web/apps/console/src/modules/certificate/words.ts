import { formatCount, formatDate, formatDateTime, isoDateOf } from '@onex/ui';
import { ApiProblem } from '../../api/problem.ts';
import { t } from '../../i18n.ts';
import type { Job, Outcome } from '../../shell/jobs.ts';
import type { Certificate, Issue, IssueProblem, Party, PlanCertificates } from './types.ts';

export interface Said {
  tone: 'neutral' | 'primary' | 'success' | 'warning' | 'danger';
  words: string;
}

/** Which of the two parties to an issue somebody acts for: only the awarding body revokes. */
export const partyOf = (may: (permission: string) => boolean): Party => (may('certificate.revoke') ? 'AWARDING_BODY' : 'COLLEGE');

export const signatureOf = ({ signatures }: Pick<Issue, 'signatures'>, party: Party) => signatures.find((one) => one.party === party);

/** Who signed for a party and when, or that nobody has. */
export function signedInWords(issue: Pick<Issue, 'signatures'>, party: Party): string {
  const signature = signatureOf(issue, party);
  return signature === undefined
    ? t('certificate.unsigned')
    : t('certificate.signed', { by: signature.by, at: formatDateTime(signature.at) });
}

/** Whether this party has not signed, and there is somebody to sign for. */
export const waitsFor = (issue: Pick<Issue, 'state' | 'people' | 'signatures'>, party: Party): boolean =>
  (issue.state === 'DRAWN' || issue.state === 'HALF_SIGNED') && issue.people > 0 && signatureOf(issue, party) === undefined;

/** How far an issue is, as seen by one of its parties. */
export function stateOf(issue: Pick<Issue, 'state' | 'people' | 'signatures'>, party: Party): Said {
  switch (issue.state) {
    case 'ISSUED':
      return { tone: 'success', words: t('certificate.states.ISSUED') };
    case 'SIGNED':
      return { tone: 'primary', words: t('certificate.states.SIGNED') };
    default:
      return waitsFor(issue, party)
        ? { tone: 'warning', words: t('certificate.states.waitsForUs') }
        : { tone: 'neutral', words: t(issue.people > 0 ? 'certificate.states.waitsForOther' : 'certificate.states.empty') };
  }
}

/** How many issues of a plan wait for a party. */
export const waitingFor = (plan: PlanCertificates, party: Party): number =>
  party === 'AWARDING_BODY' ? plan.waitingForBody : plan.waitingForCollege;

/** 第 2 批 */
export const numberInWords = ({ number }: Pick<Issue, 'number'>): string => t('certificate.issues.number', { number });

/** The beginning of a digest, in groups that two people can read to each other. */
export const digestInWords = (digest: string): string => (digest.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');

/** What is the matter with somebody, and what follows from it. */
export const problemInWords = ({ name, kind, characters }: IssueProblem): string =>
  t(`certificate.problems.${kind}`, { name, characters: [...characters] });

export const isDownloadable = ({ state, cleared }: Pick<Certificate, 'state' | 'cleared'>): boolean => state === 'VALID' && cleared;

export const fileAddress = ({ key }: Pick<Certificate, 'key'>): string => `/api/certificate/certificates/${key.candidate}/${key.id}/file`;
export const archiveAddress = ({ id }: Pick<Issue, 'id'>): string => `/api/certificate/issues/${id}/files`;

export const dayInWords = (instant: string): string => formatDate(isoDateOf(instant));

/** What came of making the files. */
export const madeInWords = ({ facts }: Pick<Job, 'facts'>): Outcome => ({
  tone: 'success',
  words: t('certificate.make.done', { count: formatCount(Number(facts.files ?? 0)) }),
});

/** A refusal with its day as people read it. */
export function withDayInWords(problem: ApiProblem): ApiProblem {
  const { on } = problem.facts;
  const facts = typeof on === 'string' ? { ...problem.facts, on: formatDate(on) } : problem.facts;
  return new ApiProblem(problem.status, problem.code, facts, problem.problems, problem.retryAfterSeconds);
}
