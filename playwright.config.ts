import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/test/browser.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  globalSetup: './tests/e2e/support/server.ts',
  // The widths run side by side, each against a server and a demo cast of its own.
  workers: 2,
  timeout: 120_000,
  // A condition that holds is not waited for: what is long here is only the wait of a slow machine.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    launchOptions: { executablePath: findBrowser() },
    // A trace of every test costs a quarter of the run: `--trace on` makes one of the test that is looked into.
    screenshot: 'only-on-failure',
    // A colour that is still on its way from light to dark is no colour to judge.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
  projects: [
    // Two people of one cast who act at the same time belong into one test, not into two: one worker for each width. What does not depend on the width is
    // seen at one of them, shared out so that both end at about the same time.
    { name: 'wide', workers: 1, grepInvert: /@phone-only/, use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      workers: 1,
      grepInvert: /@wide-only/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
})
