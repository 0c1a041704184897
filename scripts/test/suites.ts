import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'

export type Counts = { passed: number; failed: number }

type Suite = {
  title: string
  words: string[]
  env: NodeJS.ProcessEnv
  report: string
  count(report: unknown): Counts
}

const vitest: Suite = {
  title: 'Unit, database and script tests',
  report: 'test-results/vitest.json',
  words: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json'],
  env: {},
  count: (report) => {
    const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number }
    return { passed: numPassedTests, failed: numFailedTests }
  },
}

const playwright: Suite = {
  title: 'Browser tests',
  report: 'test-results/playwright.json',
  words: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=dot,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/playwright.json' },
  count: (report) => {
    const { expected, flaky, unexpected } = (report as { stats: Record<string, number> }).stats
    return { passed: (expected ?? 0) + (flaky ?? 0), failed: unexpected ?? 0 }
  },
}

export const suites = [{ ...vitest, words: [...vitest.words, `--outputFile.json=${vitest.report}`] }, playwright]

/** Runs a suite in the open, and counts what its own report says. A suite that breaks down counts as one failure. */
export async function runSuite({ words, env, report, count }: Suite): Promise<Counts> {
  rmSync(report, { force: true })
  const child = spawn(process.execPath, words, { stdio: 'inherit', env: { ...process.env, ...env } })
  const [code] = await once(child, 'exit')
  const counts = readCounts(report, count)
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

function readCounts(report: string, count: Suite['count']): Counts {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 0 }
  }
}
