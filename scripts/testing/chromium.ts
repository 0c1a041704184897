import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { Fault, step } from '#scripts/narrate.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** A Chromium to test with: the one that is named, that is installed, or that can be installed now. */
export async function findOrInstallChromium(): Promise<string> {
  const found = installedChromium()
  if (found) return found
  await step('Installing Chromium', installChromium)
  const installed = installedChromium()
  if (installed) return installed
  throw new Fault(
    'The browser tests need Chromium, and it could not be installed here: install the package chromium, or name one: ' +
      'PLAYWRIGHT_CHROMIUM=/path/to/chromium npm test',
  )
}

function installedChromium(): string | undefined {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named && !existsSync(named)) throw new Fault(`PLAYWRIGHT_CHROMIUM names ${named}, which is not there.`)
  const candidates = [named, ...NAMES.map(pathOf), chromium.executablePath()]
  return candidates.find((candidate) => candidate && existsSync(candidate))
}

const pathOf = (name: string) => spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()

/** From Debian's packages where we may, else Playwright's own download. What cannot be had is found out by looking again. */
function installChromium(): void {
  const quietly = { stdio: 'ignore' } as const
  if (process.getuid?.() === 0 && pathOf('apt-get')) {
    spawnSync('apt-get', ['update'], quietly)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quietly)
  }
  if (!installedChromium())
    spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'], quietly)
}
