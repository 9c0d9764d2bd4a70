import { expect, type Page } from '@playwright/test';
import { expectAccessible, picture, signedIn, signIn, test, widePicture } from './support.ts';

const PLAN = 'HK-2024-1-01';
const COLLEGE = '示范一职业技术学院';

test.describe.configure({ mode: 'serial' });

async function openBill(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: COLLEGE }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${COLLEGE} 账单`) })).toBeVisible();
}

test('a college finds what it owes, where to pay it and what to write beside it', async ({ browser }) => {
  const college = await signedIn(browser, 'college01');
  await expect(college.getByRole('heading', { name: /待缴费账单/ })).toBeVisible();
  await college.goto(`/console/bills?plan=${PLAN}`);
  await expect(college.getByRole('row').filter({ hasText: PLAN })).toHaveCount(1);
  await expectAccessible(college);
  await picture(college, 'fee-bills');
  await college.getByRole('row').filter({ hasText: PLAN }).getByRole('link').first().click();
  await expect(college.getByText('暂计账单', { exact: true })).toBeVisible();
  await expect(college.getByText(/^¥380\.00/)).toBeVisible();
  await expect(college.getByText('北京鸿科经纬科技有限公司', { exact: true }).first()).toBeVisible();
  await expect(college.getByRole('button', { name: '登记缴费', exact: true })).toHaveCount(0);
  await expectAccessible(college);
  await picture(college, 'fee-bill', true);
  await widePicture(college, 'fee-bill-1920');
  await college.context().close();
});

test('the awarding body records what arrived and takes a mistake back', async ({ browser }) => {
  const body = await signedIn(browser, 'hongke', `/console/bills?plan=${PLAN}`);
  await openBill(body);
  await body.getByRole('button', { name: '登记缴费', exact: true }).click();
  await body.getByLabel(/^金额/).fill('100.005');
  await body.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
  await expect(body.locator('#payment-amount-wrong')).not.toBeEmpty();
  await body.getByLabel(/^金额/).fill('100');
  await body.getByLabel('付款单位', { exact: true }).fill(COLLEGE);
  await expectAccessible(body);
  await picture(body, 'fee-record');
  await body.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
  await expect(body.getByText('部分缴', { exact: true }).first()).toBeVisible();
  await picture(body, 'fee-recorded', true);

  await body
    .getByRole('button', { name: /撤销 .* 到账的 ¥100\.00/ })
    .first()
    .click();
  await body.getByLabel('撤销原因', { exact: true }).fill('属于另一所院校');
  await expectAccessible(body);
  await picture(body, 'fee-revoke');
  await body.getByRole('dialog').getByRole('button', { name: '撤销缴费记录', exact: true }).click();
  await expect(body.getByText('已撤销 ¥100.00 的缴费记录。', { exact: true })).toBeVisible();
  await expect(body.getByText(/属于另一所院校/).first()).toBeVisible();
  await body.context().close();
});

test('the standards say which notice printed each price', async ({ page }) => {
  await signIn(page, 'hongke', '/console/fee-standards');
  await expect(page.getByText(/^¥380\.00/).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'fee-standards');
});
