import { explain, step } from './narrate.mjs'
import { generateClientIfChanged } from './serve/client.ts'
import { checks } from './test/checks.ts'

// npm run check: types, lint, content, architecture, and that the migrations say what the schema says.
try {
  await generateClientIfChanged()
  for (const { title, run } of checks) await step(title, run)
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
