import { expect } from '@playwright/test';
import { expectAccessible, PASSWORD, picture, signInAnew, test } from './support.ts';

test('a wrong password is refused in Chinese and keeps the account name', async ({ page }) => {
  await page.goto('/console/sign-in');
  await page.getByLabel('账号', { exact: true }).fill('nobody-here');
  await page.getByLabel('密码', { exact: true }).fill('wrong');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('账号或密码不正确');
  await expect(page.getByLabel('账号', { exact: true })).toHaveValue('nobody-here');
  await expect(page.getByLabel('密码', { exact: true })).toHaveValue('');
  await expectAccessible(page);
  await picture(page, 'sign-in-refused');
});

test('the demo password opens the workbench', async ({ page }) => {
  await signInAnew(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作台');
  await expect(page.getByText('演示时钟', { exact: true })).toBeVisible();
});

test('signing in leads back to the page that was wanted', async ({ page }) => {
  await signInAnew(page, 'hongke', '/console/plans?level=ADVANCED');
  await expect(page).toHaveURL(/\/console\/plans\?level=ADVANCED$/);
});

test('a foreign address is no way back', async ({ page }) => {
  await signInAnew(page, 'hongke', '/console/sign-in?to=//example.invalid/');
  await expect(page).toHaveURL(/\/console\/$/);
});

test('after signing out the pages are closed again', async ({ page }) => {
  await signInAnew(page);
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible();
  await page.goto('/console/plans');
  await expect(page).toHaveURL(/sign-in\?to=\/plans/);
});

test('a password is changed by who knows it, and everybody else with the account is out', async ({ page, browser }) => {
  const account = { name: '院校考务', organization: { kind: 'COLLEGE', code: '90001' }, duties: ['COLLEGE_OFFICER'], password: PASSWORD };
  await signInAnew(page, 'operator');
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-ONEX-CENTER')?.value ?? '';
  const kept = await page.request.put('/api/access/accounts/own-password', { data: account, headers: { 'X-XSRF-TOKEN': token } });
  expect(kept.status()).toBe(200);

  const elsewhere = await (await browser.newContext()).newPage();
  await signInAnew(elsewhere, 'own-password');
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await signInAnew(page, 'own-password');
  await page.getByTitle('修改密码', { exact: true }).click();
  const places = page.getByRole('table', { name: '登录中的地方', exact: true });
  await expect(places.getByText('就是这里', { exact: true })).toHaveCount(1);
  await expect(places.getByRole('button', { name: '让它退出', exact: true })).not.toHaveCount(0);
  await page.getByRole('button', { name: '修改密码', exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText('请把三项都填上。');
  await page.getByLabel('现在的密码', { exact: true }).fill('not this one');
  await page.getByLabel(/^新密码（至少/).fill('another-long-one');
  await page.getByLabel('再输一次新密码', { exact: true }).fill('another-long-one');
  await page.getByRole('button', { name: '修改密码', exact: true }).click();
  await expect(page.getByText(/^现在的密码不正确/)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('现在的密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '修改密码', exact: true }).click();
  await expect(page.getByText(/^密码已修改/)).toBeVisible();
  await picture(page, 'own-password');
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/sign-in/);
  await expect(places.getByRole('button', { name: '让它退出', exact: true })).toHaveCount(0);
  await elsewhere.context().close();
});

test('somebody left signed in elsewhere is sent out from here', async ({ page, browser }) => {
  const elsewhere = await (await browser.newContext()).newPage();
  await signInAnew(elsewhere, 'college05');
  await signInAnew(page, 'college05');
  await page.getByTitle('修改密码', { exact: true }).click();
  // The newest stand first; those of earlier tests may be below.
  const others = page.getByRole('button', { name: '让它退出', exact: true });
  await expect(others).not.toHaveCount(0);
  const before = await others.count();
  await others.first().click();
  await expect(others).toHaveCount(before - 1);
  await expectAccessible(page);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/sign-in/);
  await elsewhere.context().close();
});
