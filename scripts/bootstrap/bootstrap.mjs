// Runs before anything is installed. Old syntax and no static imports, so that an old Node says what is wrong with it
// instead of failing on a word that it does not know.

/**
 * Installs what is missing, then runs a TypeScript file on the Node that this project pins.
 * @param {string} script its path from the project's folder
 * @param {string[]} words its arguments
 */
export async function bootstrap(script, words) {
  if (!isNodeAtLeast(20, 19)) {
    console.error(`Stance needs Node 20.19 or newer to start, and this is ${process.versions.node}: install Node 24.`)
    process.exit(1)
  }
  const { fileURLToPath } = await import('node:url')
  const { explain } = await import('../narrate.mjs')
  const { ensureInstalled } = await import('./install.mjs')
  const { runTypeScript } = await import('./runtime.mjs')
  try {
    process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
    await ensureInstalled()
    process.exitCode = await runTypeScript(script, words)
  } catch (error) {
    console.error(explain(error))
    process.exitCode = 1
  }
}

/**
 * @param {number} major
 * @param {number} minor
 */
export function isNodeAtLeast(major, minor) {
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number)
  return ourMajor > major || (ourMajor === major && ourMinor >= minor)
}
