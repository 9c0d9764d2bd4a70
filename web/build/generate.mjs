import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const web = resolve(import.meta.dirname, '..');
const source = resolve(web, process.env.ONEX_OPENAPI ?? '../server/center/openapi.json');
const target = resolve(web, 'packages/api-center/src/schema.d.ts');

const types = astToString(await openapiTS(pathToFileURL(source)));
await mkdir(resolve(target, '..'), { recursive: true });
await writeFile(target, `// Generated from server/center/openapi.json. Do not edit.\n${types}`);
console.log(`api-center: ${target}`);
