import { defineConfig } from '@playwright/test';

/** Browser journeys against a running product; nothing is started here. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../target/e2e',
  workers: 1,
  timeout: 30_000,
  // The machine may stand still for seconds. What needed a second try is told at the end and is to be looked into.
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
