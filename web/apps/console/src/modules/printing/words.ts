import { formatCount } from '@onex/ui';
import { t } from '../../i18n.ts';
import type { Print, PrintFile } from './types.ts';

const UNIT = 1024;

/** 812 KB, 3.4 MB; a file is never nothing. */
export function sizeInWords(bytes: number): string {
  const kilobytes = Math.max(1, Math.ceil(bytes / UNIT));
  return kilobytes < UNIT ? t('printing.size.kilo', { size: kilobytes }) : t('printing.size.mega', { size: (kilobytes / UNIT).toFixed(1) });
}

/** How much there is to print and to carry. */
export function sumInWords(files: Pick<PrintFile, 'pages' | 'bytes'>[]): string {
  return t('printing.sum', {
    files: formatCount(files.length),
    pages: formatCount(files.reduce((sum, file) => sum + file.pages, 0)),
    size: sizeInWords(files.reduce((sum, file) => sum + file.bytes, 0)),
  });
}

export const kindsInWords = ({ kinds }: Pick<Print, 'kinds'>): string => kinds.map((kind) => t(`printing.kinds.${kind}`)).join('、');

/** What state a print is in; a stale one must not be handed out, so that counts before being ready. */
export function stateOf({ state, stale }: Pick<Print, 'state' | 'stale'>): { tone: 'primary' | 'success' | 'danger'; words: string } {
  if (state === 'READY' && stale) {
    return { tone: 'danger', words: t('printing.states.STALE') };
  }
  const tones = { WAITING: 'primary', READY: 'success', FAILED: 'danger' } as const;
  return { tone: tones[state], words: t(`printing.states.${state}`) };
}

/** A ticket number as people type or read it from paper: with spaces, full width. Nothing if it cannot be one. */
export function ticketOf(typed: string): string | null {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^[1-9]\d{15}$/.test(digits) ? digits : null;
}

const address = (id: string): string => `/api/printing/prints/${encodeURIComponent(id)}`;
export const fileAddress = (id: string, file: string): string => `${address(id)}/files/${encodeURIComponent(file)}`;
export const archiveAddress = (id: string): string => `${address(id)}/archive`;
