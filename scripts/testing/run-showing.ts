import { spawn } from 'node:child_process'
import { Fault, seconds } from '#scripts/narrate.mjs'

/**
 * Runs one of our programs on this Node under a heading, its output shown as it comes.
 * @throws Fault when it fails.
 */
export async function runShowing(heading: string, words: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const began = performance.now()
  console.log(`\n── ${heading}`)
  const child = spawn(process.execPath, words, { stdio: 'inherit', env: { ...process.env, ...env } })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (code !== 0) throw new Fault(`${heading}: failed.`)
  console.log(`── ${heading}: ${seconds(performance.now() - began)}`)
}
