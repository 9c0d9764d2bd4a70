import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, type Download, type Page } from '@playwright/test';
import type { components } from '@onex/api-center';
import jsqr from 'jsqr';
import { expectAccessible, picture, send, widePicture } from './support.ts';

/** What a rehearsal that ran to its end has left behind in the product: asked for as officers of the body and of colleges. */

type Schemas = components['schemas'];
export type Certificate = Schemas['CertificateView'];
export type Result = Schemas['ResultRow'];

/** Printed matter is kept as files and as pictures, to be looked at by people. */
const PRINTED = resolve(import.meta.dirname, '../../target/printed');

export const read = async <T>(page: Page, address: string): Promise<T> => {
  const answer = await page.request.get(address);
  expect(answer.ok(), `${address} ${answer.status()}`).toBe(true);
  return (await answer.json()) as T;
};

export const all = async <T>(page: Page, address: string): Promise<T[]> =>
  (await read<{ items: T[] }>(page, `${address}${address.includes('?') ? '&' : '?'}limit=200`)).items;

/** The officer of a college has its number: that of 90003 is college03. */
export const officerOf = ({ code }: { code: string }): string => `college${code.slice(-2)}`;

export interface Proof {
  name: string;
  idNumber: string;
  ticket: string;
}

/** What stands on somebody's card and ticket; the college asks for the whole number on record. */
export async function proofOf(college: Page, { key, name, ticket }: Result): Promise<Proof> {
  const people = await all<{ candidate: string; enrolment: string }>(college, `/api/candidate/enrolments?q=${encodeURIComponent(name)}`);
  const person = people.find(({ candidate }) => candidate === key.candidate);
  const { idNumber } = await send<{ idNumber: string }>(
    college,
    'POST',
    `/api/candidate/enrolments/${person?.candidate}/${person?.enrolment}/disclosure`,
    { reason: '演练：代考生查询成绩' },
  );
  return { name, idNumber, ticket: ticket ?? '' };
}

/** Everything has been read, axe finds nothing, nothing is cut off, and a picture is kept. */
export async function look(page: Page, name: string, wide = false): Promise<void> {
  await expect(page.getByText(/正在(读取|查询)/)).toHaveCount(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  await expectAccessible(page);
  await picture(page, name, true);
  if (wide) {
    await widePicture(page, `${name}-1920`);
  }
}

/** Keeps a file and draws its first pages. */
export function keep(name: string, content: Buffer, pages = 2): string {
  mkdirSync(PRINTED, { recursive: true });
  const file = resolve(PRINTED, `${name}.pdf`);
  writeFileSync(file, content);
  execFileSync('pdftoppm', ['-png', '-r', '80', '-l', `${pages}`, file, resolve(PRINTED, name)]);
  return file;
}

export async function contentOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

/** What the code on the first page leads to, as a telephone reads it. */
export function codeOn(file: string): string {
  const grey = execFileSync('pdftoppm', ['-gray', '-r', '200', '-l', '1', '-singlefile', file], { maxBuffer: 64_000_000 });
  const [head = '', width = '', height = ''] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(grey.subarray(0, 40).toString('latin1')) ?? [];
  const [across, down] = [Number(width), Number(height)];
  const dots = new Uint8ClampedArray(across * down * 4);
  for (let dot = 0; dot < across * down; dot += 1) {
    dots.fill(grey[head.length + dot] ?? 255, dot * 4, dot * 4 + 3);
    dots[dot * 4 + 3] = 255;
  }
  return jsqr(dots, across, down)?.data ?? '';
}
