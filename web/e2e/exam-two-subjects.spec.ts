import { expect, type Page } from '@playwright/test';
import { fillIn, goTo, handIn, mockExam, saved, sitDown, Witness, type Candidate } from './mock-exam.ts';
import { expectAccessible, nodeFromTheRoom, picture, test } from './support.ts';

const choice = (page: Page, place: number) => page.getByRole('article').getByRole('radio').nth(place);
const answer = (page: Page) => page.getByLabel('答案', { exact: true });

test('the second subject begins at the same machine when the first is handed in, and each has its own receipt', async ({
  page,
  context,
}) => {
  const both = await mockExam(2, 0, 60, 2);
  const [candidate] = both.candidates as [Candidate];
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto(nodeFromTheRoom());
  await expect(page.getByText('实操，前一科交卷后开始，最多 60 分钟', { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'exam-two-subjects-sign-in');
  await fillIn(page, candidate);
  await expect(page.getByText('理论，交卷后考 实操', { exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: `${candidate.name} 的照片`, exact: true })).toBeVisible();
  await picture(page, 'exam-two-subjects-confirm');
  await page.getByRole('button', { name: '信息无误', exact: true }).click();
  await goTo(page, '单选题');
  await choice(page, 1).click();
  await saved(page);
  await expect(page.getByRole('heading', { name: /（之后 实操）$/ })).toBeVisible();
  await page.getByRole('button', { name: '交卷', exact: true }).click();
  await expect(page.getByRole('dialog', { name: '确认交卷', exact: true })).toContainText('交卷后进入下一科 实操');
  await picture(page, 'exam-first-of-two');
  await page.getByRole('button', { name: '继续答题', exact: true }).click();
  const theory = await handIn(page);

  await expect(page.getByRole('heading', { name: '下一科：实操', exact: true })).toBeFocused();
  await expectAccessible(page);
  await picture(page, 'exam-next-subject');
  await page.setViewportSize({ width: 1366, height: 768 });
  await picture(page, 'exam-next-subject-1366');
  await page.reload();
  await expect(page.getByText(theory.shortCode, { exact: true })).toBeVisible();
  await page.route('**/next', (route) => route.abort());
  await page.getByRole('button', { name: '进入下一科', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('连不上考点服务器');
  await page.unroute('**/next');

  const witness = new Witness(context);
  await page.getByRole('button', { name: '进入下一科', exact: true }).click();
  await expect(page.getByText(/^第 1 题，共 4 题/)).toBeVisible();
  await expect(page.getByRole('heading', { name: /实操/ }).first()).toBeVisible();
  await answer(page).fill('四季恒温，一杯随行');
  await answer(page).blur();
  await saved(page);
  await picture(page, 'exam-second-subject');
  const practice = await handIn(page);
  expect(practice.hash).toBe(witness.hash());
  expect([practice.answered, practice.shortCode === theory.shortCode]).toEqual([1, false]);
  await expect(page.getByRole('button', { name: '进入下一科', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: '已核对，结束', exact: true }).click();
  await fillIn(page, candidate);
  await expect(page.getByRole('alert')).toContainText('您已经交卷');
});

test('whoever waits for the first of two subjects is told that they share the time', async ({ page }) => {
  const later = await mockExam(1, 10, 60, 2);
  const [candidate] = later.candidates as [Candidate];
  await page.goto(nodeFromTheRoom());
  await fillIn(page, candidate);
  await page.getByRole('button', { name: '信息无误', exact: true }).click();
  await expect(page.getByText(/两科共用这段时间/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'exam-two-subjects-waiting');
});

test('whoever has handed in the first subject signs in to the second at any machine', async ({ page, browser }) => {
  const both = await mockExam(1, 0, 60, 2);
  const [candidate] = both.candidates as [Candidate];
  await sitDown(page, candidate);
  await handIn(page);
  const other = await (await browser.newContext()).newPage();
  await other.goto(nodeFromTheRoom());
  await fillIn(other, candidate);
  await expect(other.getByRole('definition').filter({ hasText: /^实操$/ })).toBeVisible();
  await other.getByRole('button', { name: '信息无误', exact: true }).click();
  await expect(other.getByText(/^第 1 题，共 4 题/)).toBeVisible();
  await page.getByRole('button', { name: '进入下一科', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('请举手请监考老师解锁后再登录');
  await other.context().close();
});
