import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** The module under other settings, which a process reads once. */
async function under(environment: Record<string, string>) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
  vi.resetModules()
  return import('#app/http/metrics.server.ts')
}

const TOKEN = 'slow amber kettle in the hall'

it('whoever has no token reads nothing where one is set', async () => {
  const { mayReadMetrics } = await under({ METRICS_TOKEN: TOKEN })
  expect(mayReadMetrics(`Bearer ${TOKEN}`)).toBe(true)
  for (const given of [null, '', TOKEN, `bearer ${TOKEN}x`, 'Bearer ', `Bearer ${TOKEN.toUpperCase()}`])
    expect(mayReadMetrics(given)).toBe(false)
})

it('they are open where somebody develops, and are not there in production until a token is set', async () => {
  expect((await under({})).mayReadMetrics(null)).toBe(true)
  const production = {
    NODE_ENV: 'production',
    APP_URL: 'https://stance.example.org',
    SESSION_SECRET: 'a secret of this one test and of nothing else',
    SMTP_URL: 'smtps://mail.example.org',
    STORAGE_URL: '/srv/stance',
    ISSUER_KEY: process.env.ISSUER_KEY ?? '',
  }
  expect((await under(production)).mayReadMetrics(null)).toBe(false)
})
