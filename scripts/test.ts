import { explain, seconds, step } from './narrate.mjs'
import { buildIfChanged } from './serve/build.ts'
import { generateClientIfChanged } from './serve/client.ts'
import { ensureBrowser } from './test/browser.ts'
import { checks } from './test/checks.ts'
import { type Counts, runSuite, suites } from './test/suites.ts'

/** Everything in order, stopping at the first part that fails: what comes later would only repeat it. */
async function test(total: Counts): Promise<void> {
  await ensureBrowser()
  await generateClientIfChanged()
  for (const { title, run } of checks) await step(title, run)
  await buildIfChanged()

  for (const suite of suites) {
    console.log(`\n${suite.title}`)
    const began = performance.now()
    const { passed, failed } = await runSuite(suite)
    total.passed += passed
    total.failed += failed
    console.log(`${suite.title}: ${seconds(performance.now() - began)}`)
    if (failed > 0) return
  }
}

const total = { passed: 0, failed: 0 }
await test(total).catch((error) => {
  console.error(explain(error))
  total.failed += 1
})
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
