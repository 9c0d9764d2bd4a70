import { resolve } from 'node:path';
import { networkInterfaces } from 'node:os';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Browser, type Page } from '@playwright/test';

export const PASSWORD = 'onex-demo-1';
export const NODE = process.env.ONEX_NODE ?? 'http://127.0.0.1:8081';
const SCREENSHOTS = resolve(import.meta.dirname, '../../target/screenshots');

export async function signIn(page: Page, login = 'hongke', to = '/console/'): Promise<void> {
  await page.goto(to);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('button', { name: '退出' })).toBeVisible();
}

/** Somebody at a browser of their own. */
export async function signedIn(browser: Browser, login: string, to = '/console/'): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await signIn(page, login, to);
  return page;
}

/** What the page of somebody who is signed in would send; the answer's body, if there is one. */
export async function send<T = unknown>(
  page: Page,
  method: 'PUT' | 'POST',
  address: string,
  data: object | Buffer,
  type = 'application/json',
): Promise<T> {
  const cookies = await page.context().cookies();
  const token = cookies.find((cookie) => cookie.name === 'XSRF-ONEX-CENTER')?.value ?? '';
  const answer = await page.request.fetch(address, { method, headers: { 'X-XSRF-TOKEN': token, 'Content-Type': type }, data });
  const body = await answer.text();
  expect(answer.ok(), `${address} ${answer.status()} ${body}`).toBe(true);
  return (body === '' ? undefined : JSON.parse(body)) as T;
}

/** Keeps a picture of the page for people to look at. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  await page.screenshot({ path: resolve(SCREENSHOTS, `${name}.png`), fullPage, animations: 'disabled' });
}

/** The same on a wide screen. */
export async function widePicture(page: Page, name: string): Promise<void> {
  const usual = page.viewportSize();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await picture(page, name);
  if (usual) {
    await page.setViewportSize(usual);
  }
}

export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

/** The node as another machine in the room sees it: not the loopback address, so not a secure context. */
export function nodeFromTheRoom(): string {
  const address = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find((entry) => entry.family === 'IPv4' && !entry.internal)?.address;
  if (address === undefined) {
    throw new Error('This machine has no address besides the loopback.');
  }
  return `http://${address}:${new URL(NODE).port || '80'}`;
}
