import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, resolve } from 'node:path'
import { Fault } from '../narrate.mjs'
import { isNodeAtLeast } from './bootstrap.mjs'

/** The Node that package.json pins, or this one if npm was told to run no install scripts and it is new enough. */
function runtime() {
  const pinned = resolve('node_modules/node/bin/node')
  if (spawnSync(pinned, ['--version']).status === 0) return pinned
  if (isNodeAtLeast(22, 22)) return process.execPath
  throw new Fault(
    `Stance runs on Node 22.22 or newer. This is ${process.versions.node}, and the Node that comes with Stance is not ` +
      'installed (npm ran without install scripts): run `npm ci --ignore-scripts=false`, or install Node 24.',
  )
}

/**
 * Runs a TypeScript file, hands on every signal and gives its exit code.
 * @param {string} script
 * @param {string[]} words
 * @returns {Promise<number>}
 */
export function runTypeScript(script, words) {
  const node = runtime()
  // Whatever the script starts finds the same Node, and the tools of this project, under their plain names.
  const PATH = [dirname(node), resolve('node_modules/.bin'), process.env.PATH].join(delimiter)
  // The channel tells the script when we are killed: it then stops cleanly by itself.
  const child = spawn(node, [script, ...words], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  whenNpmIsGone(() => child.kill('SIGTERM'))
  return new Promise((resolveCode, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolveCode(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

/**
 * npm hands a signal to the shell that it runs us in, and the shell dies of it without handing it on.
 * @param {() => void} stop
 */
function whenNpmIsGone(stop) {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    stop()
  }, 250)
  watch.unref()
}
