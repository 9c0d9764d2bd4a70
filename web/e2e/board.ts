import { expect, type Locator, type Page } from '@playwright/test';
import type { MockExam } from './mock-exam.ts';
import { nodeFromTheRoom } from './support.ts';

export async function signInAsInvigilator(page: Page, at: MockExam): Promise<void> {
  const [first] = at.invigilators;
  await page.goto(`${nodeFromTheRoom()}/board/`);
  await page.getByLabel('监考员编号').fill(first?.number ?? '');
  await page.getByLabel('口令').fill(first?.pin ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(seat(page, at.candidates.length)).toBeVisible();
}

export const seat = (page: Page, number: number): Locator => page.getByRole('button', { name: new RegExp(`^${number} 号 `) });
