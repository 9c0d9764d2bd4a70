import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { noSiblingModule } from './no-sibling-module.mjs';

const WEB = resolve(import.meta.dirname, '..');
const lines = (file: string): number => readFileSync(resolve(WEB, file), 'utf8').split('\n').length;
const files = ['apps', 'packages']
  .flatMap((folder) => readdirSync(resolve(WEB, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`))
  .filter((file) => !file.includes('node_modules'));

function complaints(filename: string, code: string): number {
  const config = { files: ['**/*.ts'], plugins: { onex: { rules: { rule: noSiblingModule } } }, rules: { 'onex/rule': 'error' } };
  return new Linter({ cwd: '/web' }).verify(code, [config] as never, { filename }).length;
}

describe('a module', () => {
  const page = '/web/apps/console/src/modules/plan/pages/page.ts';

  it('may not import a sibling, by whatever statement', () => {
    expect(complaints(page, "import '../../access/module.ts';")).toBe(1);
    expect(complaints(page, "export * from '../../access/types.ts';")).toBe(1);
    expect(complaints(page, "import('../../access/pages/page.ts');")).toBe(1);
  });

  it('may not be reached into from the shell', () => {
    expect(complaints('/web/apps/console/src/shell/frame.ts', "import '../modules/plan/types.ts';")).toBe(1);
  });

  it('may import itself, the shell and packages', () => {
    expect(complaints(page, "import '../types.ts'; import '../../../shell/module.ts'; import 'vue';")).toBe(0);
  });
});

describe('the budgets', () => {
  it('keep 95 of 100 components within 200 lines', () => {
    const sizes = files
      .filter((file) => file.endsWith('.vue'))
      .map(lines)
      .sort((a, b) => a - b);
    expect(sizes.length).toBeGreaterThan(20);
    expect(sizes[Math.ceil(sizes.length * 0.95) - 1]).toBeLessThanOrEqual(200);
  });
});

describe('the lock file', () => {
  it('names no registry', () => {
    expect(readFileSync(resolve(WEB, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "(https?|git)/);
  });
});
