import { defineConfig } from '@playwright/test';

/** What goes on at a node, which needs no centre, and what a whole rehearsal has left behind; all else belongs to the centre. */
const NODE = /\/(board|exam|late)[^/]*\.spec\.ts$/;
const OUTCOME = /\/outcome[^/]*\.spec\.ts$/;
const PROJECTS = [
  { name: 'center', testIgnore: [NODE, OUTCOME] },
  { name: 'node', testMatch: NODE },
  { name: 'outcome', testMatch: OUTCOME },
];
const wanted = process.env.ONEX_PROJECT;

/** Browser journeys against a running product; nothing is started here. */
export default defineConfig({
  testDir: '.',
  projects: PROJECTS.filter(({ name }) => (wanted === undefined ? name !== 'outcome' : name === wanted)),
  // Each run empties its own.
  outputDir: `../../target/e2e/${wanted ?? 'all'}`,
  workers: 1,
  // The machine may stand still for seconds, and others work on it: who waits for something waits long, and goes on at once when it is there.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  // What needed a second try is told at the end and is to be looked into.
  retries: 1,
  forbidOnly: true,
  reporter: [['list'], ['./closing-line.ts']],
  use: {
    baseURL: process.env.ONEX_CENTER ?? 'http://127.0.0.1:8080',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    browserName: 'chromium',
    launchOptions: { executablePath: process.env.ONEX_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
    // A dialog that is still fading in has other colours than it will have.
    contextOptions: { reducedMotion: 'reduce' },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
