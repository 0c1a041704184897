// Runs before anything is installed: no dependencies, and nothing that Node 20 does not have.

/** What keeps a command from going on, in a sentence for the person at the keyboard: it is shown without a stack. */
export class Fault extends Error {}

/** By name, because this file may import nothing of the application, which is not installed yet. */
const FOR_PEOPLE = new Set(['Fault', 'SettingsError', 'ContentError', 'KeyRefused'])

/**
 * Does one step of a command and says it on one line with its time: "Installing packages … 26 s".
 * @template T
 * @param {string} label
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const began = performance.now()
  process.stdout.write(`${label} … `)
  try {
    const result = await work()
    process.stdout.write(`${seconds(performance.now() - began)}\n`)
    return result
  } catch (error) {
    process.stdout.write('failed\n')
    throw error
  }
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`
}

/**
 * What to print about an error that ends a command: the sentence of a fault, the stack of a bug.
 * @param {unknown} error
 */
export function explain(error) {
  if (!(error instanceof Error)) return String(error)
  return FOR_PEOPLE.has(error.constructor.name) ? error.message : (outOfSpace(error) ?? error.stack ?? error.message)
}

/** @param {NodeJS.ErrnoException} error */
function outOfSpace(error) {
  return error.code === 'ENOSPC' ? 'The disk is full: make room and start again.' : undefined
}
