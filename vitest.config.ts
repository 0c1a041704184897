import { defineConfig } from 'vitest/config'

/** Tests that need PostgreSQL, or the settings of a server; every other one needs nothing but the source. */
const WITH_DATABASE = ['tests/{db,features,screen,routes,http,auth,integrations}/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: [...WITH_DATABASE, 'tests/scripts/**'],
          env: { LOG_LEVEL: 'silent' },
          // Simulations and properties go through hundreds of samples, on a machine that may be doing other things.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'database',
          include: WITH_DATABASE,
          globalSetup: 'tests/support/database-server.ts',
          setupFiles: 'tests/support/database.ts',
          env: { LOG_LEVEL: 'silent' },
          // Two cores serve the tests and PostgreSQL; argon2 alone fills one.
          maxWorkers: 2,
          testTimeout: 40_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'scripts',
          include: ['tests/scripts/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
