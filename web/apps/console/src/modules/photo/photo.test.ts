import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../../i18n.ts';
import { PROBLEMS } from './types.ts';
import { problemInWords } from './words.ts';

const SERVER = resolve(import.meta.dirname, '../../../../../../server/center/src/main/java/org/onex/center/photo');

/** The constants of an enum of the server, read from its source until the API tells them. */
function constants(file: string, name: string): string[] {
  const source = readFileSync(resolve(SERVER, file), 'utf8').replace(/\/\*\*[\s\S]*?\*\//g, '');
  const body = new RegExp(`enum ${name} \\{([^;}]*)`).exec(source)?.[1] ?? '';
  return body
    .split(',')
    .map((constant) => constant.trim())
    .filter((constant) => constant !== '');
}

describe('a refused photo', () => {
  it('has a sentence for every problem that the server finds', () => {
    const found = constants('PhotoProblem.java', 'Code');
    expect([...PROBLEMS]).toEqual(found);
    expect(found.filter((code) => !messages.has(`photo.problems.${code}`))).toEqual([]);
  });

  it('has a word for every background that the server measures', () => {
    const found = constants('Background.java', 'Colour');
    expect(found).toContain('RED');
    expect(found.filter((colour) => !messages.has(`photo.backgrounds.${colour}`))).toEqual([]);
  });

  it('of another background names both colours', () => {
    const facts = { expected: 'RED', measured: 'BLUE', rgb: '#438EDB' };
    expect(problemInWords({ code: 'BACKGROUND', facts })).toBe('底色应为红色，实际是蓝色（#438EDB）。请换一张底色正确的照片。');
  });

  it('of another format names it where it is known, and those allowed', () => {
    const allowed = ['JPEG', 'PNG'];
    expect(problemInWords({ code: 'FORMAT', facts: { kind: 'HEIC', allowed } })).toContain('实际是 HEIC 文件，不是');
    expect(problemInWords({ code: 'FORMAT', facts: { allowed } })).toMatch(/^不是可用的照片格式，只能是 JPEG、PNG。/);
  });
});
