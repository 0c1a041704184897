import { spawn } from 'node:child_process'
import { Fault } from '#scripts/narrate.mjs'
import { stopping } from './stopping.ts'

/** Runs one of npm's programs on this Node, quietly: its output is shown if it fails. */
export function runQuietly(what: string, words: string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: stopping,
    })
    let said = ''
    child.stdout.on('data', (text) => {
      said += text
    })
    child.stderr.on('data', (text) => {
      said += text
    })
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else if (/ENOSPC|No space left/.test(said)) reject(new Fault('The disk is full: make room and start again.'))
      else reject(new Fault(`${what} failed:\n${said.trim()}`))
    })
  })
}
