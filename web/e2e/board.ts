import { expect, type Locator, type Page } from '@playwright/test';
import type { MockExam } from './mock-exam.ts';
import { nodeFromTheRoom } from './support.ts';

export async function signInAsInvigilator(page: Page, at: MockExam): Promise<void> {
  const [first] = at.invigilators;
  await page.goto(`${nodeFromTheRoom()}/board/`);
  await page.getByLabel('监考员编号', { exact: true }).fill(first?.number ?? '');
  await page.getByLabel('口令', { exact: true }).fill(first?.pin ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(seat(page, at.candidates.length)).toBeVisible();
}

export const seat = (page: Page, number: number): Locator => page.getByRole('button', { name: new RegExp(`^${number} 号 `) });

export const view = (page: Page, name: string): Locator =>
  page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });

/** Somebody's line in the roll call. */
export const onRoll = (page: Page, number: number): Locator => page.getByRole('group', { name: new RegExp(`^${number} 号 `) });

/** What goes onto the sign-in sheet of a subject: 应到, 实到, 缺考, 未记. */
export const sheet = async (page: Page, subject: string): Promise<string[]> =>
  (await page.getByRole('row').filter({ hasText: subject }).getByRole('cell').allTextContents()).slice(2, 6);
