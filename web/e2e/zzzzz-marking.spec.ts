import { expect } from '@playwright/test';
import { expectAccessible, picture, signedIn, test } from './support.ts';

/** After zzzz-dispatch, before any exam was sat: what officers and markers see while nothing has come back. */
const PLAN = 'HK-2024-1-01';

const menuItem = { name: '阅卷', exact: true } as const;

test('a marker finds nothing to mark, and an empty desk that can be asked again', async ({ browser }) => {
  const marker = await signedIn(browser, 'hongke-marker1');
  await expect(marker.getByText('现在没有待阅的主观题。考点交回答卷后会出现在这里。', { exact: true })).toBeVisible();
  await expectAccessible(marker);
  await picture(marker, 'marking-workbench');
  await marker.getByRole('navigation').getByRole('link', menuItem).click();
  await expect(marker.getByRole('heading', { level: 1 })).toHaveText('阅卷');
  await expect(marker.getByText('还没有要阅的答卷', { exact: true })).toBeVisible();
  await expectAccessible(marker);
  await picture(marker, 'marking-none');

  await marker.goto(`/console/marking/${PLAN}/desk`);
  await expect(marker.getByText('没有待阅的答卷了', { exact: true })).toBeVisible();
  await expectAccessible(marker);
  await picture(marker, 'marking-desk-empty');
  const asked = marker.waitForResponse((answer) => answer.url().endsWith(`/api/marking/plans/${PLAN}/works/next`));
  await marker.getByRole('button', { name: '再看一次', exact: true }).click();
  expect((await asked).status()).toBe(204);
  await marker.getByRole('link', { name: '我阅过的', exact: true }).click();
  await expect(marker.getByText('您还没有阅过这个计划的答卷', { exact: true })).toBeVisible();
  await expectAccessible(marker);
  await picture(marker, 'marking-own-none');
  expect((await marker.request.get(`/api/marking/plans/${PLAN}/marks`)).status()).toBe(403);
  await marker.context().close();
});

test('an exam officer sees what is to come back and that there is nothing to mark', async ({ browser }) => {
  const officer = await signedIn(browser, 'hongke', '/console/returns');
  await expect(officer.getByRole('heading', { level: 1 })).toHaveText('答卷回收');
  await expect(officer.getByRole('row', { name: new RegExp(PLAN) })).toContainText('还没有收到');
  await expectAccessible(officer);
  await picture(officer, 'returns-awaited');
  await officer.getByRole('navigation').getByRole('link', menuItem).click();
  await expect(officer.getByText('还没有要阅的答卷', { exact: true })).toBeVisible();
  await expectAccessible(officer);
  await picture(officer, 'marking-officer-none');
  await officer.goto(`/console/marking/${PLAN}`);
  await expect(officer.getByText('没有这样的答卷', { exact: true })).toBeVisible();
  await expectAccessible(officer);
  await picture(officer, 'marks-none');
  await officer.context().close();
});

test('a college sees what it sends back and nothing of marking', async ({ browser }) => {
  const college = await signedIn(browser, 'college01', '/console/returns');
  await expect(college.getByRole('heading', { level: 1 })).toHaveText('答卷回收');
  await expect(college.getByRole('row', { name: new RegExp(PLAN) })).toBeVisible();
  await expectAccessible(college);
  await picture(college, 'returns-college');
  await expect(college.getByRole('link', menuItem)).toHaveCount(0);
  expect((await college.request.get('/api/marking/plans')).status()).toBe(403);
  await college.context().close();
});
