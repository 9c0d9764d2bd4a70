import { t } from './i18n.ts';
import type { Answer, Entry } from './types.ts';

export const TONES: Record<Answer['state'], 'neutral' | 'primary' | 'warning' | 'success'> = {
  NOT_YET: 'neutral',
  PUBLICITY: 'primary',
  UNDER_REVIEW: 'warning',
  FINAL: 'success',
};

/** 85, or why there is no score. */
export const scoreInWords = ({ status, score }: Pick<Entry, 'status' | 'score'>): string =>
  status === 'SCORED' && score !== null ? String(score) : t(`own.statuses.${status}`);

/** 网店运营推广职业技能等级证书（中级） */
export const qualificationInWords = ({ qualification, level }: { qualification: string; level: string }): string =>
  t('own.qualificationOf', { qualification, level: t(`own.levels.${level}`) });
