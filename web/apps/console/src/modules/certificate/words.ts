import { formatCount, formatDate, formatDateTime, isoDateOf } from '@onex/ui';
import { ApiProblem } from '../../api/problem.ts';
import { t } from '../../i18n.ts';
import type { Certificate, Issue, Making, Party, Person, PlanCertificates } from './types.ts';

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

const MAKING_TONES = { WAITING: 'neutral', RUNNING: 'primary', BROKEN: 'danger', DONE: 'success' } as const;

/** How far the files of an issue are that both have signed. */
export const makingOf = (making: Making): Said => ({
  tone: MAKING_TONES[making.state],
  words: t(`certificate.make.states.${making.state}`, { made: formatCount(making.made), of: formatCount(making.of) }),
});

/** Why nobody makes the files any more, as a refusal that has a sentence; nothing if nobody said why. */
export const breakOf = ({ state, code, facts }: Making): ApiProblem | null =>
  state === 'BROKEN' && code !== null ? new ApiProblem(0, code, facts) : null;

/** How far an issue is, as seen by one of its parties. */
export function stateOf(issue: Pick<Issue, 'state' | 'people' | 'signatures' | 'making'>, party: Party): Said {
  switch (issue.state) {
    case 'ISSUED':
      return { tone: 'success', words: t('certificate.states.ISSUED') };
    case 'SIGNED':
      return issue.making ? makingOf(issue.making) : { tone: 'primary', words: t('certificate.states.SIGNED') };
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

export const problemsOf = ({ problems }: Pick<Issue, 'problems'>): number => problems.noPhoto + problems.noGlyph;

/** What is the matter with people in an issue, how many they are, and what follows from it. */
export const problemsInWords = ({ problems }: Pick<Issue, 'problems'>): string[] =>
  (['noPhoto', 'noGlyph'] as const)
    .filter((kind) => problems[kind] > 0)
    .map((kind) => t(`certificate.problems.${kind}`, { count: formatCount(problems[kind]) }));

/** What is the matter with one of them. */
export function flawsInWords({ hasPhoto, unprintable }: Pick<Person, 'hasPhoto' | 'unprintable'>): string[] {
  const glyphs = unprintable === '' ? [] : [t('certificate.problems.unprintable', { characters: [...unprintable] })];
  return hasPhoto ? glyphs : [t('certificate.problems.withoutPhoto'), ...glyphs];
}

/** The photo that is printed; whoever signs another digest asks for it again. */
export const photoAddress = (
  { id, digest }: Pick<Issue, 'id' | 'digest'>,
  { key, hasPhoto }: Pick<Person, 'key' | 'hasPhoto'>,
): string | null =>
  hasPhoto ? `/api/certificate/issues/${id}/people/${key.candidate}/${key.id}/photo?digest=${digest.slice(0, 16)}` : null;

export const isDownloadable = ({ state, cleared }: Pick<Certificate, 'state' | 'cleared'>): boolean => state === 'VALID' && cleared;

export const fileAddress = ({ key }: Pick<Certificate, 'key'>): string => `/api/certificate/certificates/${key.candidate}/${key.id}/file`;
export const archiveAddress = ({ id }: Pick<Issue, 'id'>): string => `/api/certificate/issues/${id}/files`;

export const dayInWords = (instant: string): string => formatDate(isoDateOf(instant));

/** A refusal with its day as people read it. */
export function withDayInWords(problem: ApiProblem): ApiProblem {
  const { on } = problem.facts;
  const facts = typeof on === 'string' ? { ...problem.facts, on: formatDate(on) } : problem.facts;
  return new ApiProblem(problem.status, problem.code, facts, problem.problems, problem.retryAfterSeconds);
}
