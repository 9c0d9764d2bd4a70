import { expect, type Page } from '@playwright/test';
import { expectAccessible, nodeFromTheRoom, picture, signIn, test } from './support.ts';

const PAGES = [
  { name: 'workbench', path: '/console/', heading: '工作台' },
  { name: 'plans', path: '/console/plans', heading: '考试计划' },
  { name: 'plan-detail', path: '/console/plans/HK-2024-1-01', heading: '2024年第一次网店运营推广全国统考' },
  { name: 'notices', path: '/console/notices', heading: '考试通知' },
  { name: 'qualifications', path: '/console/qualifications', heading: '证书与等级' },
  { name: 'not-found', path: '/console/no/such/page', heading: '没有这个页面' },
];

for (const { name, path, heading } of PAGES) {
  test(`${name}: axe finds nothing`, async ({ page }) => {
    await signIn(page, 'hongke', path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
    await expect(page.getByText(/正在读取/)).toHaveCount(0);
    await expectAccessible(page);
    await picture(page, name);
  });
}

test('a notice with its text, account and contacts: axe finds nothing', async ({ page }) => {
  await signIn(page, 'hongke', '/console/notices');
  await page.getByRole('link', { name: /2024年上半年全国统考/ }).click();
  await expect(page.getByRole('heading', { name: '缴费账户', exact: true })).toBeVisible();
  await expect(page.getByText('交通银行北京马甸支行', { exact: true })).toBeVisible();
  await expect(page.getByText(/低等级反而更贵/).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'notice', true);
});

test('the wide screen is used and not stretched', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await signIn(page, 'hongke', '/console/plans/HK-2024-1-01');
  await expect(page.getByRole('group', { name: '时间安排', exact: true })).toBeVisible();
  await picture(page, 'plan-1920');
});

test('the operator can open the clock and cannot turn it back', async ({ page }) => {
  await signIn(page, 'operator');
  await page.getByRole('button', { name: '拨快', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '拨快演示时钟', exact: true });
  await dialog.getByLabel('拨到', { exact: true }).fill('2020-01-01T09:00');
  await expect(dialog.getByText('要晚于现在的业务时间。', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: '拨到这个时间', exact: true })).toBeDisabled();
  await expectAccessible(page);
  await picture(page, 'clock');
});

test('the portal reads well on a phone and axe finds nothing', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await expect(page.getByRole('link', { name: /工作人员登录/ })).toHaveAttribute('href', '/console/');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(page);
  await picture(page, 'portal');
});

/** Without an exam the node shows the device check at once, with one behind a button of the sign-in page. */
async function openDeviceCheck(page: Page): Promise<void> {
  await page.goto(nodeFromTheRoom());
  const heading = page.getByRole('heading', { name: '设备检查', exact: true });
  const button = page.getByRole('button', { name: '设备检查', exact: true });
  await expect(heading.or(button)).toBeVisible();
  const { sessions } = (await (await page.request.get(`${nodeFromTheRoom()}/api/sitting/sessions`)).json()) as { sessions: unknown[] };
  if (sessions.length > 0) {
    await button.click();
  } else {
    await expect(page.getByText('本机尚未收到考试', { exact: true })).toBeVisible();
  }
  await expect(heading).toBeVisible();
}

test('the device check works on plain http from another machine of the room', async ({ page }) => {
  await openDeviceCheck(page);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await expect(page.getByRole('listitem').filter({ hasText: '与考点服务器的连接' })).toContainText('已连接');
  await expect(page.getByRole('listitem').filter({ hasText: '本机存储' })).toContainText('正常');
  await expectAccessible(page);
  await picture(page, 'exam-device-check');
});

test('the device check says so when the server cannot be reached', async ({ page }) => {
  await page.route('**/api/clock', (route) => route.abort());
  await openDeviceCheck(page);
  await expect(page.getByRole('status')).toContainText('本机现在不能用于考试');
});

test('a machine that cannot reach the node at all checks itself', async ({ page }) => {
  await page.route('**/api/**', (route) => route.abort());
  await page.goto(nodeFromTheRoom());
  await expect(page.getByRole('heading', { name: '设备检查', exact: true })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('本机现在不能用于考试');
});
