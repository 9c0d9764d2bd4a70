import { formatDateTime } from '@onex/ui';
import { t } from '../../i18n.ts';
import type { Check, EnrolmentCode, ExamServer, SiteChoice } from './types.ts';

/** As the least that is needed is counted. */
const GIGABYTE = 1_000_000_000;

interface Said {
  tone: 'neutral' | 'success' | 'warning' | 'danger';
  words: string;
}

/** Whether a server can hold an exam. */
export function stateOf({ state, ready, lastHeardAt }: Pick<ExamServer, 'state' | 'ready' | 'lastHeardAt'>): Said {
  if (state === 'WITHDRAWN') {
    return { tone: 'neutral', words: t('node.states.WITHDRAWN') };
  }
  if (lastHeardAt === null) {
    return { tone: 'warning', words: t('node.states.UNHEARD') };
  }
  return ready ? { tone: 'success', words: t('node.states.READY') } : { tone: 'warning', words: t('node.states.UNREADY') };
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** 12.3 GB; a disk that is nearly full does not round up to the least that is needed. */
export const spaceInWords = (bytes: number): string => t('node.gigabytes', { size: (Math.floor((bytes / GIGABYTE) * 10) / 10).toFixed(1) });

/** 快 3.2 秒; it never reads as within the limit when it is not. */
export function skewInWords(millis: number): string {
  const size = (Math.ceil(Math.abs(millis) / 100) / 10).toFixed(1);
  return t(millis < 0 ? 'node.skew.behind' : 'node.skew.ahead', { size });
}

/** What was found, in words: the facts of the server as people read them. */
function read({ facts }: Pick<Check, 'facts'>): Record<string, unknown> {
  return {
    ...facts,
    free: isNumber(facts.freeBytes) ? spaceInWords(facts.freeBytes) : null,
    skew: isNumber(facts.skewMs) ? skewInWords(facts.skewMs) : null,
    heard: isText(facts.lastHeardAt) ? formatDateTime(facts.lastHeardAt) : null,
  };
}

/** What a check says; one that failed also says what to do. */
export function checkInWords(check: Check): { label: string; words: string } {
  const verdict = check.passed ? 'passed' : 'failed';
  return { label: t(`node.checks.${check.kind}.label`), words: t(`node.checks.${check.kind}.${verdict}`, read(check)) };
}

/** Sites as they are chosen: with their college for whoever sees several, and told apart where two of them are called alike. */
export function sitesInWords(sites: SiteChoice[], withCollege: boolean): { value: string; words: string }[] {
  const twins = (site: SiteChoice): boolean =>
    sites.some(({ id, name, college }) => id !== site.id && name === site.name && college === site.college);
  return sites.map((site) => ({
    value: site.id,
    words: t('node.list.siteOf', {
      name: site.name,
      college: withCollege ? site.college : null,
      qualification: twins(site) ? site.qualification : null,
    }),
  }));
}

const DAY = 86_400_000;

/** How long a code is good for. It runs by the machine's clock, so that a moved business clock cannot say until when. */
export const daysInWords = ({ expiresAt }: Pick<EnrolmentCode, 'expiresAt'>, machineNow: number): string =>
  t('node.enrol.expires', { days: Math.ceil((Date.parse(expiresAt) - machineNow) / DAY) });
