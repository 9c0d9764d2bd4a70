import { expect } from '@playwright/test';
import { onRoll, seat, sheet, signInAsInvigilator, view } from './board.ts';
import { missedExam } from './missed-exam.ts';
import { expectAccessible, picture, test } from './support.ts';

test('who did not come is absent only after the late limit, and then from what follows, too', async ({ page }) => {
  await signInAsInvigilator(page, await missedExam());
  await view(page, '签到').click();
  await expect(onRoll(page, 2).getByRole('button', { name: '缺考', exact: true })).toHaveAttribute('aria-disabled', 'true');
  const together = page.getByRole('button', { name: '没来的 5 人记为“缺考”', exact: true });
  await expect(together).toBeVisible({ timeout: 75_000 });
  await expect(page.getByText(/\d\d:\d\d 已到迟到时限/)).toBeVisible();
  await onRoll(page, 1).getByRole('button', { name: '缺考', exact: true }).click();
  await expect(onRoll(page, 1).getByRole('button', { name: '缺考', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: '没来的 4 人记为“缺考”', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '已看过，4 人记为“缺考”', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('4 人已记为“缺考”');
  await page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).click();
  await expect.poll(() => sheet(page, '理论')).toEqual(['6', '0', '5', '1']);
  await expect.poll(() => sheet(page, '实操')).toEqual(['6', '0', '5', '1']);
  await onRoll(page, 3).getByRole('button', { name: '到', exact: true }).click();
  await expect(onRoll(page, 3)).toContainText('记为到，但没有登录');
  await expectAccessible(page);
  await picture(page, 'board-absent');
  await onRoll(page, 4)
    .getByRole('button', { name: /，其他操作$/ })
    .click();
  await expect(page.getByRole('heading', { name: /^4 号/ })).toBeFocused();
  await expect(seat(page, 4)).toContainText('缺考');
});
