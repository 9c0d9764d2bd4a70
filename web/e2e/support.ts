import { resolve } from 'node:path';
import { networkInterfaces } from 'node:os';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';

export const PASSWORD = 'onex-demo-1';
export const NODE = process.env.ONEX_NODE ?? 'http://127.0.0.1:8081';
const SCREENSHOTS = resolve(import.meta.dirname, '../../target/screenshots');

/** Whoever was let in by a test is gone after it: pages that are left open go on asking the product, and slow down all that follow. */
export const test = base.extend<{ leaving: undefined }>({
  leaving: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts());
      await use(undefined);
      await Promise.all(
        browser
          .contexts()
          .filter((context) => !before.has(context))
          .map((context) => context.close()),
      );
    },
    { auto: true },
  ],
});

/**
 * These words wherever they stand, also in the middle of others: to see that something is nowhere on a page, or is part of a longer name.
 * Whatever is looked for by a string is looked for as a whole (lint says so), because a part may also be found in what comes later.
 */
export function anywhere(words: string): RegExp {
  return new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** Who has signed in before in this run of ours: what a password costs is worth testing once, not ninety times. */
const sessions = new Map<string, Cookies>();

/** The page itself stands there, not only the frame around it, and has read what it shows. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached();
  await expect(page.getByText(/正在读取/)).toHaveCount(0);
}

/** Comes as somebody, who may have signed in in another browser before. */
export async function signIn(page: Page, login = 'hongke', to = '/console/'): Promise<void> {
  const known = sessions.get(login);
  if (known === undefined) {
    await signInAnew(page, login, to);
  } else {
    await page.context().addCookies(known);
    await page.goto(to);
    const [inside, outside] = [page.getByRole('button', { name: '退出', exact: true }), page.getByLabel('密码', { exact: true })];
    await expect(inside.or(outside)).toBeVisible();
    if (await inside.isVisible()) {
      await settled(page);
      return;
    }
    await signInAnew(page, login, to);
  }
  sessions.set(login, await page.context().cookies());
}

/** Signs in by name and password. */
export async function signInAnew(page: Page, login = 'hongke', to = '/console/'): Promise<void> {
  await page.goto(to);
  await page.getByLabel('账号', { exact: true }).fill(login);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('button', { name: '退出', exact: true })).toBeVisible();
  await settled(page);
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
  await settled(page);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // Our pages have no frames, so nothing has to be put together on a page of its own; and only what is wrong is asked for.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false })
    .withTags(tags);
  const { violations } = await axe.analyze();
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
