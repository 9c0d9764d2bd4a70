import { formatCount } from '@onex/ui';
import { hasMessage, t } from '../../i18n.ts';
import { failureOf, hasEnded, type Job } from '../../shell/jobs.ts';
import { problemText } from '../../shell/problemText.ts';

const PLACES: Record<string, string> = {
  'candidate.read-roster': '/candidates/imports/',
  'candidate.enter-roster': '/candidates/imports/',
  'certificate.issue': '/certificates/issues/',
  'dispatch.pack-bundles': '/dispatches/',
  'photo.take-photos': '/photos/imports/',
  'registration.read-registrations': '/registrations/imports/',
  'registration.enter-registrations': '/registrations/imports/',
  'result.draw-sheet': '/results/',
  'seating.arrange-sites': '/seating?plan=',
};

/** What a job does, in words; one that nobody named yet shows its name. */
export function kindInWords(kind: string): string {
  const key = `job.kinds.${kind}`;
  return hasMessage(key) ? t(key) : kind;
}

/** The page of what is worked on, where there is one. */
export function placeOf({ kind, subject }: Pick<Job, 'kind' | 'subject'>): string | null {
  const place = PLACES[kind];
  // Behind the key of what is worked on may stand how: the seed of an arrangement.
  return place === undefined ? null : place + (subject.split(' ')[0] ?? '');
}

/** Those that were refused by name, each without its code, or how many they were. */
function refusedOf({ facts: { refused } }: Job) {
  return Array.isArray(refused) ? refused.map((one) => String(one).replace(/: [\w.-]+$/, '')).join('、') : (refused ?? null);
}

/** How far it is, what came of it, or why it failed. */
export function courseInWords(job: Job): string {
  if (job.state === 'FAILED') {
    return problemText(failureOf(job));
  }
  const outcome = `job.outcomes.${job.kind}`;
  if (job.state === 'DONE' && hasMessage(outcome)) {
    const { bad, blocked, problems, unchanged } = job.facts;
    const some = { bad: bad || null, blocked: blocked || null, problems: problems || null, unchanged: unchanged || null };
    return t(outcome, { ...job.facts, ...some, refused: refusedOf(job) });
  }
  if (hasEnded(job) || job.state === 'WAITING') {
    return '';
  }
  const facts = { done: formatCount(job.done), total: formatCount(job.total), percent: Math.floor((job.done / job.total) * 100) };
  return t(job.total > 0 ? 'shell.job.doneOf' : 'shell.job.done', facts);
}
