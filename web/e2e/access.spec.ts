import { expect, test } from '@playwright/test';
import { expectAccessible, picture, signIn } from './support.ts';

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
