import { expect, test, type Locator, type Page } from '@playwright/test';
import { seat, signInAsInvigilator } from './board.ts';
import { Machine } from './machine.ts';
import { mockExam, type MockExam } from './mock-exam.ts';
import { expectAccessible, picture } from './support.ts';

let exam: MockExam;
/** One for which it is soon too late to come; the minute passes while other tests run. */
let missed: MockExam;

test.beforeAll(async () => {
  exam = await mockExam(12, 0);
  missed = await mockExam(6, 0, 60, 2, 1);
  await Machine.at(missed, 2);
});

const view = (page: Page, name: string): Locator => page.getByRole('navigation').getByRole('button', { name });
const onRoll = (page: Page, number: number): Locator => page.getByRole('group', { name: new RegExp(`^${number} 号 `) });
/** What goes onto the sign-in sheet of a subject: 应到, 实到, 缺考, 未记. */
const sheet = async (page: Page, subject: string): Promise<string[]> =>
  (await page.getByRole('row').filter({ hasText: subject }).getByRole('cell').allTextContents()).slice(2, 6);

test('attendance takes one key a person, and those at a machine are noted together once it is confirmed', async ({ page }) => {
  const room = await mockExam(6, 0);
  for (const number of [1, 2, 3]) {
    await Machine.at(room, number);
  }
  await signInAsInvigilator(page, room);
  await view(page, '签到').click();
  await expect.poll(() => sheet(page, '理论')).toEqual(['6', '0', '0', '6']);
  const photo = onRoll(page, 1).getByRole('img');
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(295);
  await expect(page.getByText(/\d\d:\d\d 前到场的考生都可以入场/)).toBeVisible();

  await onRoll(page, 5).getByRole('button', { name: '到', exact: true }).focus();
  await page.keyboard.press('1');
  await expect(onRoll(page, 5).getByRole('button', { name: '到', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(onRoll(page, 6).getByRole('button', { name: '到', exact: true })).toBeFocused();
  await page.keyboard.press('2');
  await expect(page.getByRole('alert')).toContainText('前考生还可以入场，不能记为缺考');
  await expect(onRoll(page, 6).getByRole('button', { name: '缺考' })).toHaveAttribute('aria-pressed', 'false');

  const together = page.getByRole('button', { name: '已登录的 3 人记为“到”' });
  await together.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveText([/^1 号/, /^2 号/, /^3 号/]);
  await expectAccessible(page);
  await picture(page, 'board-roll-call');
  await page.keyboard.press('Escape');
  expect(await sheet(page, '理论')).toEqual(['6', '1', '0', '5']);
  await together.click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: '已核对，3 人记为“到”' }).click();
  await expect(dialog.getByRole('status')).toContainText('3 人已记为“到”');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect.poll(() => sheet(page, '理论')).toEqual(['6', '4', '0', '2']);
  await expect(view(page, '签到')).toContainText('2 人未记');
  await page.setViewportSize({ width: 1024, height: 768 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1024);
  await expectAccessible(page);
  await picture(page, 'board-attendance-1024');
});

test('an incident is signed by two people, and what was written is not lost by a wrong PIN', async ({ page }) => {
  const [me, second] = exam.invigilators;
  const machine = await Machine.at(exam, 10);
  await machine.start();
  await signInAsInvigilator(page, exam);
  await seat(page, 10).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: '异常情况' }).click();
  await panel.getByLabel('类别').selectOption('作弊');
  await panel.getByLabel('经过').fill('巡视时发现考生使用手机。');
  await panel.getByLabel('考生陈述').fill('只是看时间。');
  await panel.getByLabel('另一位监考员的编号').fill(me?.number ?? '');
  await panel.getByLabel('另一位监考员的口令').fill(me?.pin ?? '');
  await panel.getByRole('button', { name: '签字并登记' }).click();
  await expect(panel.getByRole('alert')).toContainText('不能填自己的编号');
  await panel.getByLabel('另一位监考员的编号').fill(second?.number ?? '');
  await panel.getByLabel('另一位监考员的口令').fill('wrong');
  await panel.getByRole('button', { name: '签字并登记' }).click();
  await expect(panel.getByRole('alert')).toContainText('没有登记');
  await expect(panel.getByLabel('另一位监考员的口令')).toHaveValue('');
  await expect(panel.getByRole('alert')).toBeInViewport();
  await expect(panel.getByLabel('另一位监考员的口令')).toBeFocused();
  await expectAccessible(page);
  await picture(page, 'board-incident');
  await page.keyboard.press('Escape');
  await seat(page, 10).click();
  await panel.getByRole('button', { name: '异常情况' }).click();
  await expect(panel.getByLabel('经过')).toHaveValue('巡视时发现考生使用手机。');
  await panel.getByLabel('另一位监考员的编号').fill(second?.number ?? '');
  await panel.getByLabel('另一位监考员的口令').fill(second?.pin ?? '');
  await panel.getByRole('button', { name: '签字并登记' }).click();
  await expect(panel.getByRole('status')).toContainText('10 号座位');
  await expect(seat(page, 10)).toContainText('异常 1');

  await view(page, '异常情况').click();
  const row = page.getByRole('row').filter({ hasText: '10 号' });
  await expect(row).toContainText('作弊');
  await expect(row).toContainText('只是看时间。');
  await expect(row).toContainText(`${me?.number}、${second?.number}`);
  await expectAccessible(page);
  await picture(page, 'board-incidents');
});

test('two invigilators hand in for somebody, after a warning', async ({ page }) => {
  const second = exam.invigilators[1];
  const machine = await Machine.at(exam, 11);
  await signInAsInvigilator(page, exam);
  await seat(page, 11).click();
  const panel = page.getByRole('dialog');
  await panel.getByRole('button', { name: '强制交卷' }).click();
  await expect(panel).toContainText('还没有开始答题，没有答卷可交');
  await machine.start();
  await machine.answer('S01', 'B');
  await expect(panel).toContainText('不能再答题，也不能撤销');
  await panel.getByLabel('原因').fill('突发疾病，送医');
  await panel.getByLabel('另一位监考员的编号').fill(second?.number ?? '');
  await panel.getByLabel('另一位监考员的口令').fill('wrong');
  const submit = panel.getByRole('button', { name: '强制交卷（11 号）' });
  await submit.click();
  await expect(panel.getByRole('alert')).toContainText('没有交卷');
  await expect(seat(page, 11)).toContainText('答题中');
  await expectAccessible(page);
  await picture(page, 'board-forced-hand-in');
  await panel.getByLabel('另一位监考员的口令').fill(second?.pin ?? '');
  await submit.click();
  await expect(panel.getByRole('status')).toContainText('已强制交卷');
  await expect(seat(page, 11)).toContainText('已交卷');
  expect(await machine.beat()).toMatchObject({ state: 'HANDED_IN', receipt: { kind: 'FORCED', answered: 1 } });
  await panel.getByRole('button', { name: '强制交卷' }).click();
  await expect(panel).toContainText('考生已交卷，不需要再交');
});

test('who did not come is absent only after the late limit, and then from what follows, too', async ({ page }) => {
  test.setTimeout(120_000);
  await signInAsInvigilator(page, missed);
  await view(page, '签到').click();
  await expect(onRoll(page, 2).getByRole('button', { name: '缺考' })).toHaveAttribute('aria-disabled', 'true');
  const together = page.getByRole('button', { name: '没来的 5 人记为“缺考”' });
  await expect(together).toBeVisible({ timeout: 75_000 });
  await expect(page.getByText(/\d\d:\d\d 已到迟到时限/)).toBeVisible();
  await onRoll(page, 1).getByRole('button', { name: '缺考' }).click();
  await expect(onRoll(page, 1).getByRole('button', { name: '缺考' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: '没来的 4 人记为“缺考”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '已看过，4 人记为“缺考”' }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('4 人已记为“缺考”');
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  await expect.poll(() => sheet(page, '理论')).toEqual(['6', '0', '5', '1']);
  expect(await sheet(page, '实操')).toEqual(['6', '0', '5', '1']);
  await onRoll(page, 3).getByRole('button', { name: '到', exact: true }).click();
  await expect(onRoll(page, 3)).toContainText('记为到，但没有登录');
  await expectAccessible(page);
  await picture(page, 'board-absent');
  await onRoll(page, 4).getByRole('button', { name: '其他操作' }).click();
  await expect(page.getByRole('heading', { name: /^4 号/ })).toBeFocused();
  await expect(seat(page, 4)).toContainText('缺考');
});
