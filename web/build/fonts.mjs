// Fonts that PDFBox can embed (TrueType outlines): Noto Sans SC for everything, Hanazono Mincho for the rare characters of names that it
// lacks (CJK extensions B to F). The latter comes in pieces of 1,024 characters, of which printing opens only those that a name needs.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const { decompress } = require('wawoff2');

const target = resolve(process.argv[2]);
const noto = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
const hanazono = dirname(require.resolve('hanamin/package.json'));

await mkdir(resolve(target, 'rare'), { recursive: true });
await copyFile(resolve(noto, '400Regular/NotoSansSC_400Regular.ttf'), resolve(target, 'regular.ttf'));
await copyFile(resolve(noto, '700Bold/NotoSansSC_700Bold.ttf'), resolve(target, 'bold.ttf'));
await copyFile(resolve(noto, 'LICENSE_FONT'), resolve(target, 'LICENSE-NotoSansSC.txt'));

const css = await readFile(resolve(hanazono, 'HanaMin.css'), 'utf8');
const piece = /url\((HanaMin[AB]\.CJK-[\w-]+\.woff2)\)[^}]*unicode-range:\s*U\+(2[0-9a-f]{4}-2[0-9a-f]{4});/g;
const ranges = [];
for (const [, file, range] of css.matchAll(piece)) {
  await writeFile(resolve(target, 'rare', `${range}.ttf`), await decompress(await readFile(resolve(hanazono, file))));
  ranges.push(range);
}
if (ranges.length < 63) throw new Error(`fonts: only ${ranges.length} pieces of Hanazono were found, 63 are there`);
await writeFile(resolve(target, 'rare/ranges.txt'), `${ranges.join('\n')}\n`);
console.log(`fonts: ${target}`);
