import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/test/browser.ts'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  globalSetup: './tests/e2e/support/server.ts',
  // One server and one demo cast: two people acting at the same time belong into one test, not into two.
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env.CI),
  use: {
    // Set by globalSetup, before any test is loaded.
    baseURL: process.env.STANCE_E2E_URL,
    launchOptions: { executablePath: findBrowser() },
    trace: 'retain-on-failure',
    // A colour that is still on its way from light to dark is no colour to judge.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  },
  projects: [
    { name: 'wide', use: { viewport: { width: 1280, height: 900 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
})
