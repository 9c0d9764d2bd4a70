import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../../i18n.ts';
import type { Job } from '../../shell/jobs.ts';
import { courseInWords, kindInWords, placeOf } from './words.ts';

const CENTER = resolve(import.meta.dirname, '../../../../../../server/center/src/main/java/org/onex/center');
const sources = readdirSync(CENTER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.java'))
  .map((file) => readFileSync(resolve(CENTER, file), 'utf8'));
const works = sources.flatMap((source) =>
  source.includes('implements JobWork') ? (/String KIND = "([^"]+)"/.exec(source)?.slice(1) ?? []) : [],
);
/** Spreadsheets of every kind are read and entered by two works each, named after it. */
const word = (source: string, name: string): string => new RegExp(`String ${name}\\(\\) \\{\\s*return "([^"]+)"`).exec(source)?.[1] ?? '';
const intakes = sources
  .filter((source) => source.includes('implements IntakeKind'))
  .flatMap((source) => ['read', 'enter'].map((verb) => `${word(source, 'module')}.${verb}-${word(source, 'noun')}`));
const kinds = [...works, ...intakes];

const job = (some: Partial<Job>): Job => ({
  id: '1',
  kind: 'candidate.enter-roster',
  subject: '7',
  state: 'RUNNING',
  by: '示范考务',
  done: 0,
  total: 0,
  since: '',
  ended: null,
  code: null,
  facts: {},
  ...some,
});

describe('a job', () => {
  it('has a word for every kind of the server', () => {
    expect(works.length).toBeGreaterThan(0);
    expect(intakes).toContain('candidate.read-roster');
    expect(kinds.filter((kind) => !messages.has(`job.kinds.${kind}`) || !messages.has(`job.outcomes.${kind}`))).toEqual([]);
    expect(kindInWords('x.brand-new')).toBe('x.brand-new');
  });

  it('leads to the page of what is worked on', () => {
    expect(placeOf(job({}))).toBe('/candidates/imports/7');
    expect(placeOf(job({ kind: 'seating.arrange-sites', subject: 'HK-2024-1-01 7' }))).toBe('/seating?plan=HK-2024-1-01');
    expect(placeOf(job({ kind: 'dispatch.pack-bundles', subject: 'HK-2024-1-01' }))).toBe('/dispatches/HK-2024-1-01');
    expect(placeOf(job({ kind: 'x.brand-new' }))).toBeNull();
  });

  it('says how far it is, what came of it, or why it failed', () => {
    expect(courseInWords(job({ done: 1_500 }))).toBe('已处理 1,500');
    expect(courseInWords(job({ done: 500, total: 1_500 }))).toBe('500 / 1,500（33%）');
    expect(courseInWords(job({ state: 'DONE', facts: { added: 3, changed: 0, bad: 2 } }))).toBe(
      '新增 3 人，更新 0 人；2 行有错误，没有导入。',
    );
    expect(courseInWords(job({ state: 'DONE', facts: { added: 3, changed: 0, bad: 0 } }))).toBe('新增 3 人，更新 0 人。');
    const arranged = { arranged: 2, people: 90, blocked: 1, refused: ['考点三: seating.no-openings'] };
    expect(courseInWords(job({ kind: 'seating.arrange-sites', state: 'DONE', facts: arranged }))).toBe(
      '已编排 2 个考点、90 人；1 个考点还不能编排：考点三。',
    );
    const packed = job({ kind: 'dispatch.pack-bundles', state: 'DONE', facts: { sites: 2, packed: 3, unchanged: 0, blocked: 1 } });
    expect(courseInWords(packed)).toBe('已打包 3 个考试包；1 个不能打包。');
    expect(courseInWords(job({ state: 'FAILED', code: 'sheet.encrypted' }))).toContain('文件设有打开密码');
    expect(courseInWords(job({ state: 'CANCELLED' }))).toBe('');
  });
});
