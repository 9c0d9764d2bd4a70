import { expect, test } from '@playwright/test';
import { expectAccessible, PASSWORD, picture, signIn } from './support.ts';

test('a wrong password is refused in Chinese and keeps the account name', async ({ page }) => {
  await page.goto('/console/sign-in');
  await page.getByLabel('账号').fill('nobody-here');
  await page.getByLabel('密码').fill('wrong');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText('账号或密码不正确');
  await expect(page.getByLabel('账号')).toHaveValue('nobody-here');
  await expect(page.getByLabel('密码')).toHaveValue('');
  await expectAccessible(page);
  await picture(page, 'sign-in-refused');
});

test('the demo password opens the workbench', async ({ page }) => {
  await signIn(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作台');
  await expect(page.getByText('演示时钟')).toBeVisible();
});

test('signing in leads back to the page that was wanted', async ({ page }) => {
  await signIn(page, 'hongke', '/console/plans?level=ADVANCED');
  await expect(page).toHaveURL(/\/console\/plans\?level=ADVANCED$/);
});

test('a foreign address is no way back', async ({ page }) => {
  await signIn(page, 'hongke', '/console/sign-in?to=//example.invalid/');
  await expect(page).toHaveURL(/\/console\/$/);
});

test('after signing out the pages are closed again', async ({ page }) => {
  await signIn(page);
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible();
  await page.goto('/console/plans');
  await expect(page).toHaveURL(/sign-in\?to=\/plans/);
});

test('a password is changed by who knows it, and everybody else with the account is out', async ({ page, browser }) => {
  const account = { name: '院校考务', organization: { kind: 'COLLEGE', code: '90001' }, duties: ['COLLEGE_OFFICER'], password: PASSWORD };
  await signIn(page, 'operator');
  const token = (await page.context().cookies()).find(({ name }) => name === 'XSRF-ONEX-CENTER')?.value ?? '';
  const kept = await page.request.put('/api/access/accounts/own-password', { data: account, headers: { 'X-XSRF-TOKEN': token } });
  expect(kept.status()).toBe(200);

  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, 'own-password');
  await page.getByRole('button', { name: '退出' }).click();
  await signIn(page, 'own-password');
  await page.getByTitle('修改密码').click();
  const places = page.getByRole('table', { name: '登录中的地方' });
  await expect(places.getByText('就是这里')).toHaveCount(1);
  await expect(places.getByRole('button', { name: '让它退出' })).not.toHaveCount(0);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByRole('alert')).toHaveText('请把三项都填上。');
  await page.getByLabel('现在的密码').fill('not this one');
  await page.getByLabel('新密码（至少').fill('another-long-one');
  await page.getByLabel('再输一次').fill('another-long-one');
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('现在的密码不正确')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('现在的密码').fill(PASSWORD);
  await page.getByRole('button', { name: '修改密码' }).click();
  await expect(page.getByText('密码已修改')).toBeVisible();
  await picture(page, 'own-password');
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/sign-in/);
  await expect(places.getByRole('button', { name: '让它退出' })).toHaveCount(0);
  await elsewhere.context().close();
});

test('somebody left signed in elsewhere is sent out from here', async ({ page, browser }) => {
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, 'college05');
  await signIn(page, 'college05');
  await page.getByTitle('修改密码').click();
  // The newest stand first; those of earlier tests may be below.
  const others = page.getByRole('button', { name: '让它退出' });
  await expect(others).not.toHaveCount(0);
  const before = await others.count();
  await others.first().click();
  await expect(others).toHaveCount(before - 1);
  await expectAccessible(page);
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/sign-in/);
  await elsewhere.context().close();
});
