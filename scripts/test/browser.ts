import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { Fault, step } from '#scripts/narrate.mjs'

/** Debian's names. The first one has no windows at all: the whole run takes a fifth less of the processor. */
const PACKAGES = ['chromium-headless-shell', 'chromium']
const NAMES = [...PACKAGES, 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser that the tests drive: the one named, the machine's own, or the one that Playwright has installed. */
export function findBrowser(): string | undefined {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named) {
    if (existsSync(named)) return named
    throw new Fault(`PLAYWRIGHT_CHROMIUM names ${named}, and there is no such file.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    chromium.executablePath(),
  ]
  return candidates.find((candidate) => existsSync(candidate))
}

/** @throws Fault when no browser is there and none can be installed. */
export async function ensureBrowser(): Promise<void> {
  if (findBrowser()) return
  await step('Installing Chromium', () => {
    if (process.getuid?.() === 0 && runs('apt-get', '--version')) installWithApt()
    // Its own download needs libraries that a bare machine lacks, so that the system's package goes first.
    if (!findBrowser()) runs(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium')
  })
  if (!findBrowser())
    throw new Fault(
      'The browser tests need Chromium, and it could not be installed: install it (Debian: apt-get install chromium), ' +
        'or name one in PLAYWRIGHT_CHROMIUM.',
    )
}

function installWithApt(): void {
  const install = () => PACKAGES.some((name) => runs('apt-get', 'install', '-y', '--no-install-recommends', name))
  if (!install() && runs('apt-get', 'update')) install()
}

const runs = (command: string, ...words: string[]) =>
  spawnSync(command, words, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ===
  0
