import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, request, type BrowserContext, type Page } from '@playwright/test';
import { NODE, nodeFromTheRoom } from './support.ts';

export interface Candidate {
  seat: number;
  name: string;
  ticket: string;
  idNumber: string;
}

export interface MockExam {
  session: string;
  candidates: Candidate[];
  invigilators: { number: string; name: string; pin: string }[];
}

/** What a technician does before the day: installs a mock exam with synthetic candidates. */
export async function mockExam(seats: number, opensInMinutes: number, minutes = 60, subjects = 1, lateMinutes = 30): Promise<MockExam> {
  const data = process.env.ONEX_DATA;
  if (data === undefined) {
    throw new Error('ONEX_DATA names the data directory of the product; the technician code lies there.');
  }
  const code = readFileSync(resolve(data, 'node/technician-code'), 'utf8').trim();
  const technician = await request.newContext({ baseURL: NODE, extraHTTPHeaders: { Authorization: `Bearer ${code}` } });
  const response = await technician.post('/api/courier/mock-exams', { data: { seats, opensInMinutes, minutes, subjects, lateMinutes } });
  expect(response.status(), await response.text()).toBe(201);
  const exam = (await response.json()) as MockExam;
  await technician.dispose();
  return exam;
}

/** Acts as the invigilator of the room. */
export async function invigilate(exam: MockExam, attempt: string, act: string, data: unknown): Promise<void> {
  const [{ number, pin } = { number: '', pin: '' }] = exam.invigilators;
  const room = await request.newContext({ baseURL: nodeFromTheRoom() });
  expect((await room.post('/api/invigilation/session', { data: { number, pin } })).ok()).toBe(true);
  const response = await room.post(`/api/invigilation/attempts/${attempt}/${act}`, { data });
  expect(response.status(), await response.text()).toBe(204);
  await room.dispose();
}

export async function fillIn(page: Page, { ticket, idNumber }: Candidate): Promise<void> {
  await page.getByLabel('准考证号', { exact: true }).fill(ticket);
  await page.getByLabel('证件号码', { exact: true }).fill(idNumber);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

export async function sitDown(page: Page, candidate: Candidate): Promise<void> {
  await page.goto(nodeFromTheRoom());
  await fillIn(page, candidate);
  await page.getByRole('button', { name: '信息无误', exact: true }).click();
  await expect(page.getByText(/^第 1 题，共/)).toBeVisible();
}

export const saveState = (page: Page) => page.getByTestId('save');
export const saved = (page: Page) => expect(saveState(page)).toHaveText(/^已保存 \d\d:\d\d:\d\d$/);

/** Goes forward until an item of this kind is shown. */
export async function goTo(page: Page, kind: '单选题' | '多选题' | '判断题' | '问答题'): Promise<void> {
  const heading = page.getByRole('heading', { name: new RegExp(`^第 .*${kind}`) });
  const place = page.getByText(/^第 \d+ 题，共/);
  await expect(place).toBeVisible();
  while (!(await heading.isVisible())) {
    const shown = (await place.textContent()) ?? '';
    await page.getByRole('button', { name: '下一题', exact: true }).click();
    await expect(place).not.toHaveText(shown);
  }
}

interface Entry {
  seq: number;
  item: string;
  value: string;
}

/** Listens to what a browser sends, to recompute the hash of the script without asking the product. */
export class Witness {
  attempt = '';
  private readonly entries = new Map<string, Entry & { epoch: number }>();

  constructor(context: BrowserContext) {
    context.on('request', (sent) => {
      const [, attempt, act] = /\/api\/sitting\/attempts\/([^/]+)\/(\w+)$/.exec(sent.url()) ?? [];
      if (attempt === undefined) {
        return;
      }
      this.attempt = attempt;
      if (act === 'beat') {
        const { epoch, entries } = sent.postDataJSON() as { epoch: number; entries: Entry[] };
        entries.forEach((entry) => this.entries.set(`${epoch} ${entry.seq}`, { ...entry, epoch }));
      }
    });
  }

  /** The documented canonical bytes of what these entries fold to. */
  hash(): string {
    const order = [...this.entries.values()].sort((a, b) => a.epoch - b.epoch || a.seq - b.seq);
    const last = order.at(-1);
    const answers = [...new Map(order.map(({ item, value }) => [item, value]))]
      .filter(([, value]) => value !== '')
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const lines = answers.map(([item, value]) => `${item} ${Buffer.byteLength(value)} ${value}\n`).join('');
    const head = `onex-script-v1\nattempt ${this.attempt}\nlast ${last?.epoch ?? 1} ${last?.seq ?? 0}\nanswers ${answers.length}\n`;
    return createHash('sha256')
      .update(head + lines)
      .digest('hex');
  }
}

export interface Receipt {
  hash: string;
  shortCode: string;
  answered: number;
}

/** Hands in with the mouse; the answer is what the node says. */
export async function handIn(page: Page): Promise<Receipt> {
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  const answer = page.waitForResponse(/\/hand-in$/);
  await page.getByRole('button', { name: '确认交卷', exact: true }).click();
  const receipt = (await (await answer).json()) as Receipt;
  await expect(page.getByRole('heading', { name: '已交卷', exact: true })).toBeVisible();
  return receipt;
}
