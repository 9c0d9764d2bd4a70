import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible, picture, signIn, test } from './support.ts';

/** A code of its own, so that the test can be repeated on a product that is running. */
const CODE = `HK-2024-${String(process.pid)}`;
const FILE = resolve(import.meta.dirname, '../../demo/notices/003-hongke-2024.yaml');

/** 003 under another code and name, and without the 公示 that publishing needs. It runs after all that need open plans: it adds plans and moves the clock; seats come after it. */
function noticeWithoutPublicity(): Buffer {
  const lines = readFileSync(FILE, 'utf8')
    .replace('code: HK-2024-1\n', `code: ${CODE}\n`)
    .replaceAll('网店运营推广全国统考', '网店运营推广加试')
    .replaceAll('kind: PUBLICITY', 'kind: OTHER');
  return Buffer.from(lines);
}

test('an officer uploads a notice, supplies what it lacks, publishes it, and registration closes by the clock', async ({
  page,
  browser,
}) => {
  await signIn(page, 'hongke', '/console/notices');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '加试.yaml', mimeType: 'application/yaml', buffer: noticeWithoutPublicity() });
  await expect(page).toHaveURL(/\/console\/notices\/[0-9a-f-]{36}/);
  await expect(page.getByText('草稿', { exact: true }).first()).toBeVisible();

  await page.getByRole('button', { name: '发布通知', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('理由', { exact: true }).fill('通知未印公示，按惯例考试后10日公示5日');
  await picture(page, 'notice-publish');
  await dialog.getByRole('button', { name: '确认发布', exact: true }).click();
  await expect(page.getByText('已发布', { exact: true }).first()).toBeVisible();

  const college = await (await browser.newContext()).newPage();
  await signIn(college, 'college01', `/console/plans/${CODE}-01`);
  await expect(college.getByText('报名中', { exact: true })).toBeVisible();
  const publicity = college.getByRole('row', { name: /^成绩公示 2024年5月28日/ });
  await expect(publicity).toContainText('假定');

  const operator = await (await browser.newContext()).newPage();
  await signIn(operator, 'operator');
  await operator.getByRole('button', { name: '拨快', exact: true }).click();
  const clock = operator.getByRole('dialog', { name: '拨快演示时钟', exact: true });
  await clock.getByLabel('拨到', { exact: true }).fill('2024-04-30T00:00');
  await clock.getByRole('button', { name: '拨到这个时间', exact: true }).click();
  await expect(operator.getByText('业务时钟 2024年4月30日(周二) 00:00', { exact: true })).toBeVisible();

  await college.reload();
  await expect(college.getByText('报名截止', { exact: true }).first()).toBeVisible();
  await expect(college.getByText('报名中', { exact: true })).toHaveCount(0);
  await picture(college, 'plan-closed');
});
