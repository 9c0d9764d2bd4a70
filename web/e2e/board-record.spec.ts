import { expect } from '@playwright/test';
import { onRoll, seat, sheet, signInAsInvigilator, view } from './board.ts';
import { Machine } from './machine.ts';
import { missedExam } from './missed-exam.ts';
import { mockExam, type MockExam } from './mock-exam.ts';
import { expectAccessible, picture, test } from './support.ts';

let exam: MockExam;

test.beforeAll(async () => {
  exam = await mockExam(12, 0);
  await missedExam();
});

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
  await expect(onRoll(page, 6).getByRole('button', { name: '缺考', exact: true })).toHaveAttribute('aria-pressed', 'false');

  const together = page.getByRole('button', { name: '已登录的 3 人记为“到”', exact: true });
  await together.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('listitem')).toHaveText([/^1 号/, /^2 号/, /^3 号/]);
  await expectAccessible(page);
  await picture(page, 'board-roll-call');
  await page.keyboard.press('Escape');
  await expect.poll(() => sheet(page, '理论')).toEqual(['6', '1', '0', '5']);
  await together.click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: '已核对，3 人记为“到”', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('3 人已记为“到”');
  await dialog.getByRole('button', { name: '关闭', exact: true }).click();
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
  await panel.getByRole('button', { name: '异常情况', exact: true }).click();
  await panel.getByLabel(/^类别/).selectOption('作弊');
  await panel.getByLabel('经过', { exact: true }).fill('巡视时发现考生使用手机。');
  await panel.getByLabel('考生陈述（可不填）', { exact: true }).fill('只是看时间。');
  await panel.getByLabel('另一位监考员的编号', { exact: true }).fill(me?.number ?? '');
  await panel.getByLabel('另一位监考员的口令', { exact: true }).fill(me?.pin ?? '');
  await panel.getByRole('button', { name: '签字并登记', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText('不能填自己的编号');
  await panel.getByLabel('另一位监考员的编号', { exact: true }).fill(second?.number ?? '');
  await panel.getByLabel('另一位监考员的口令', { exact: true }).fill('wrong');
  await panel.getByRole('button', { name: '签字并登记', exact: true }).click();
  await expect(panel.getByRole('alert')).toContainText('没有登记');
  await expect(panel.getByLabel('另一位监考员的口令', { exact: true })).toHaveValue('');
  await expect(panel.getByRole('alert')).toBeInViewport();
  await expect(panel.getByLabel('另一位监考员的口令', { exact: true })).toBeFocused();
  await expectAccessible(page);
  await picture(page, 'board-incident');
  await page.keyboard.press('Escape');
  await seat(page, 10).click();
  await panel.getByRole('button', { name: '异常情况', exact: true }).click();
  await expect(panel.getByLabel('经过', { exact: true })).toHaveValue('巡视时发现考生使用手机。');
  await panel.getByLabel('另一位监考员的编号', { exact: true }).fill(second?.number ?? '');
  await panel.getByLabel('另一位监考员的口令', { exact: true }).fill(second?.pin ?? '');
  await panel.getByRole('button', { name: '签字并登记', exact: true }).click();
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
  await panel.getByRole('button', { name: '强制交卷', exact: true }).click();
  await expect(panel).toContainText('还没有开始答题，没有答卷可交');
  await machine.start();
  await machine.answer('S01', 'B');
  await expect(panel).toContainText('不能再答这一科，也不能撤销');
  await panel.getByLabel('原因', { exact: true }).fill('突发疾病，送医');
  await panel.getByLabel('另一位监考员的编号', { exact: true }).fill(second?.number ?? '');
  await panel.getByLabel('另一位监考员的口令', { exact: true }).fill('wrong');
  const submit = panel.getByRole('button', { name: '强制交卷（11 号）', exact: true });
  await submit.click();
  await expect(panel.getByRole('alert')).toContainText('没有交卷');
  await expect(seat(page, 11)).toContainText('答题中');
  await expectAccessible(page);
  await picture(page, 'board-forced-hand-in');
  await panel.getByLabel('另一位监考员的口令', { exact: true }).fill(second?.pin ?? '');
  await submit.click();
  await expect(panel.getByRole('status')).toContainText('已强制交卷');
  await expect(seat(page, 11)).toContainText('已交卷');
  expect(await machine.beat()).toMatchObject({ state: 'HANDED_IN', receipt: { kind: 'FORCED', answered: 1 } });
  await panel.getByRole('button', { name: '强制交卷', exact: true }).click();
  await expect(panel).toContainText('考生已交卷，不需要再交');
});
