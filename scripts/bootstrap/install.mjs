import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Fault, step } from '../narrate.mjs'

const NPM_OPTIONS = [
  // With NODE_ENV=production npm would leave out what the build needs.
  '--include=dev',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  // Its own patience, 70 s for each package, keeps people without a network waiting for minutes.
  '--fetch-retries=3',
  '--fetch-retry-mintimeout=500',
  '--fetch-retry-maxtimeout=4000',
]

/** Runs `npm ci` unless node_modules already holds what package-lock.json asks for. */
export async function ensureInstalled() {
  if (!isInstalled()) await step('Installing packages', install)
}

/**
 * npm writes what it installed into node_modules/.package-lock.json when it has finished, so an install that was cut
 * off counts as none. Packages for other machines are listed in the lock file and never installed.
 */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json')
  if (!installed) return false
  return Object.entries(packagesOf('package-lock.json') ?? {}).every(
    ([path, wanted]) =>
      path === '' || wanted.optional || wanted.devOptional || installed[path]?.version === wanted.version,
  )
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | undefined}
 */
function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages
  } catch {
    return undefined
  }
}

/** @returns {Promise<void>} */
function install() {
  const npm = spawn('npm', ['ci', ...NPM_OPTIONS], { stdio: ['ignore', 'pipe', 'pipe'] })
  return new Promise((resolve, reject) => {
    let said = ''
    npm.stdout.on('data', (text) => {
      said += text
    })
    npm.stderr.on('data', (text) => {
      said += text
    })
    npm.once('error', () => reject(new Fault('npm was not found: install Node 24, which brings it.')))
    npm.once('close', (code) => (code === 0 ? resolve() : reject(new Fault(whyInstallFailed(said)))))
  })
}

/** @param {string} said what npm printed */
function whyInstallFailed(said) {
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/.test(said))
    return 'The package registry cannot be reached, and Stance needs it once to install: check the network and start again.'
  if (/\bENOSPC\b/.test(said)) return 'The disk is full: make room and start again.'
  if (/\b(EACCES|EROFS)\b/.test(said)) return `npm may not write to ${process.cwd()}: give this user the right to.`
  return `npm could not install the packages:\n${said.trim()}`
}
