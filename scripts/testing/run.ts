import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { explain, seconds } from '#scripts/narrate.mjs'
import { buildIfChanged } from '#scripts/serve/build.ts'
import { runChecks } from './checks.ts'
import { findOrInstallChromium } from './chromium.ts'
import { runShowing } from './run-showing.ts'

const RESULTS = 'test-results'
const VITEST_RESULT = `${RESULTS}/vitest.json`
const PLAYWRIGHT_RESULT = `${RESULTS}/playwright.json`

/** npm test: every kind of test, the quick ones first; it stops at the first that fails. */
async function test() {
  const began = performance.now()
  const browser = await findOrInstallChromium()
  await runChecks()
  await buildIfChanged()
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS)
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_RESULT}`]
    await runShowing('Tests', ['node_modules/vitest/vitest.mjs', 'run', ...reporters])
    await runShowing('Browser tests', ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'], {
      PLAYWRIGHT_CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT_RESULT,
    })
  } finally {
    sayCounts()
  }
  console.log(`All of it took ${seconds(performance.now() - began)}.`)
}

function sayCounts(): void {
  const vitest = read(VITEST_RESULT)
  const { stats } = read(PLAYWRIGHT_RESULT)
  const passed = (vitest.numPassedTests ?? 0) + (stats?.expected ?? 0)
  const failed = (vitest.numFailedTests ?? 0) + (stats?.unexpected ?? 0) + (stats?.flaky ?? 0)
  console.log(`\n${passed} passed, ${failed} failed`)
}

type Result = {
  numPassedTests?: number
  numFailedTests?: number
  stats?: { expected: number; unexpected: number; flaky: number }
}

function read(file: string): Result {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

await test().catch((error) => {
  console.error(explain(error))
  process.exitCode = 1
})
