import { expect, type Page } from '@playwright/test';
import { PASSWORD, picture, signIn, test } from './support.ts';

const FIRST = '2024年第一次网店运营推广全国统考';

async function tabTo(page: Page, words: string): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === words) {
      return;
    }
  }
  throw new Error(`The keyboard does not reach “${words}”.`);
}

test('filters stay in the address and come back with the back button', async ({ page }) => {
  await signIn(page, 'hongke', '/console/plans');
  await page.getByLabel('状态', { exact: true }).selectOption('OPEN');
  await expect(page).toHaveURL(/phase=OPEN/);
  await page.getByLabel('计划名称或编号', { exact: true }).fill('网店');
  await page.getByRole('button', { name: '查询', exact: true }).click();
  await expect(page).toHaveURL(/q=/);
  await page.getByRole('link', { name: FIRST, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(FIRST);
  await page.goBack();
  await expect(page.getByLabel('状态', { exact: true })).toHaveValue('OPEN');
  await expect(page.getByLabel('计划名称或编号', { exact: true })).toHaveValue('网店');
  await expect(page.getByRole('link', { name: FIRST, exact: true })).toBeVisible();
});

test('filters that match nothing say so', async ({ page }) => {
  await signIn(page, 'hongke', '/console/plans?q=没有这样的计划');
  await expect(page.getByText('没有符合条件的考试计划', { exact: true })).toBeVisible();
});

test("003's first plan shows its deadline, its timeline and its warnings", async ({ page }) => {
  await signIn(page, 'hongke', '/console/plans/HK-2024-1-01');
  const content = page.getByRole('main');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(FIRST);
  await expect(content.getByText('2024年4月29日(周一) 23:59:59', { exact: true })).toBeVisible();
  await expect(content.getByText(/还剩 \d+ (天|小时)/)).toBeVisible();
  const timeline = page.getByRole('group', { name: '时间安排', exact: true });
  await expect(timeline.getByRole('img')).toHaveCount(7);
  await expect(timeline.getByRole('img', { name: /正式考试，5月18日/ })).toBeVisible();
  await expect(timeline.getByText(/^现在 /)).toBeVisible();
  await expect(content.getByText('¥380.00', { exact: true })).toBeVisible();
  await expect(content.getByText('2024年5月18日(周六) 14:00–17:45', { exact: true })).toBeVisible();
  const warnings = page.locator('section', { has: page.getByRole('heading', { name: '提示', exact: true }) });
  await expect(warnings.getByRole('listitem')).toHaveCount(3);
  await expect(warnings.getByText(/2024年5月1日\(周三\) 至 2024年5月6日\(周一\) 多半是法定节假日/)).toBeVisible();
  await expect(content.getByText(/代码 /)).toHaveCount(0);
  await picture(page, 'plan');
  await picture(page, 'plan-full', true);
});

test('the keyboard alone leads from sign-in to a plan and its stages', async ({ page }) => {
  await page.goto('/console/');
  await expect(page.getByLabel('账号', { exact: true })).toBeFocused();
  await page.keyboard.type('hongke');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作台');
  await tabTo(page, '考试计划');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('考试计划');
  await expect(page.getByRole('cell').getByRole('link', { name: FIRST, exact: true })).toBeVisible();
  await tabTo(page, FIRST);
  await page.keyboard.press('Enter');
  const stage = page.getByRole('img', { name: /正式考试/ });
  await expect(stage).toBeVisible();
  for (let press = 0; press < 60 && !(await stage.evaluate((row) => row === document.activeElement)); press += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(page.getByRole('figure')).toContainText('全国统一时间进行考试');
});

test('a broken notice is refused with line and field', async ({ page }) => {
  await signIn(page, 'hongke', '/console/notices');
  await expect(page.getByRole('button', { name: '上传通知', exact: true })).toBeVisible();
  const buffer = Buffer.from(
    'code: HK-2024-9\ntitle: 坏的通知\nkind: NOTICE\nawardingBody: 北京鸿科经纬科技有限公司\nplans:\n  - sequence: 1\n    name: 计划\n    deadline: 4月29日\n',
  );
  await page.locator('input[type=file]').setInputFiles({ name: '坏.yaml', mimeType: 'application/yaml', buffer });
  await expect(page.getByRole('alert')).toContainText('通知文件有错，没有存入');
  const row = page.getByRole('row', { name: /plans\[0\]\.deadline/ });
  await expect(row).toContainText('坏.yaml');
  await expect(row.getByRole('cell').nth(1)).toHaveText(/^\d+$/);
  await picture(page, 'notice-refused');
});

test('a broken notice from a machine that writes GBK is refused like any other', async ({ page }) => {
  await signIn(page, 'hongke', '/console/notices');
  await expect(page.getByRole('button', { name: '上传通知', exact: true })).toBeVisible();
  const inGbk = Buffer.from([0xbf, 0xbc, 0xca, 0xd4]);
  const buffer = Buffer.concat([Buffer.from('code: X\ntitle: '), inGbk, Buffer.from('\ndeadline2: 1\n')]);
  await page.locator('input[type=file]').setInputFiles({ name: '国标.yaml', mimeType: 'application/yaml', buffer });
  await expect(page.getByRole('alert')).toContainText('通知文件有错，没有存入');
  const row = page.getByRole('row', { name: /deadline2/ });
  await expect(row).toContainText('国标.yaml');
  await expect(row.getByRole('cell').nth(1)).toHaveText('3');
  await expect(row).toContainText('没有这个字段');
});

test('a college sees the notices but cannot upload one', async ({ page }) => {
  await signIn(page, 'college01', '/console/notices');
  await expect(page.getByRole('link', { name: /网店运营推广/ }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '上传通知', exact: true })).toHaveCount(0);
});
