import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { missingEntries } from '#scripts/complete-lock-file.ts'
import { temporaryFolder } from '#tests/support/folders.ts'
import { follow, isAlive, until } from './support/processes.ts'

/** A project that has nothing but the start command and a script to run. */
function smallProject(serve: string): string {
  const folder = temporaryFolder()
  cpSync('scripts/bootstrap', path.join(folder, 'scripts/bootstrap'), { recursive: true })
  for (const file of ['scripts/start.mjs', 'scripts/narrate.mjs']) cpSync(file, path.join(folder, file))
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'small', version: '1.0.0', type: 'module' }))
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lockFile({})))
  writeFileSync(path.join(folder, 'scripts/serve.ts'), serve)
  return folder
}

const lockFile = (packages: object) => ({
  name: 'small',
  version: '1.0.0',
  lockfileVersion: 3,
  requires: true,
  packages: { '': { name: 'small', version: '1.0.0' }, ...packages },
})

function install(folder: string, packages: object): void {
  mkdirSync(path.join(folder, 'node_modules'))
  writeFileSync(path.join(folder, 'node_modules/.package-lock.json'), JSON.stringify(lockFile(packages)))
}

function start(folder: string, env: NodeJS.ProcessEnv = {}) {
  const words = [path.join(folder, 'scripts/start.mjs'), '--word']
  return follow(spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }))
}

describe('the start command', () => {
  it('installs nothing when everything is there, and hands on words and exit code', async () => {
    const folder = smallProject('console.log(process.argv.slice(2)); process.exit(7)')
    install(folder, {})
    const command = start(folder)
    expect(await command.ended).toBe(7)
    expect(command.said()).toContain("[ '--word' ]")
    expect(command.said()).not.toContain('Installing')
  })

  it('installs when the lock file asks for another version', async () => {
    const folder = smallProject('')
    install(folder, { 'node_modules/one': { version: '1.0.0' } })
    writeFileSync(
      path.join(folder, 'package-lock.json'),
      JSON.stringify(lockFile({ 'node_modules/one': { version: '1.0.1' } })),
    )
    const command = start(folder)
    await command.ended
    expect(command.said()).toContain('Installing packages …')
  })

  it('says in one sentence that the registry cannot be reached', async () => {
    const folder = smallProject('')
    const wanted = { 'node_modules/one': { version: '1.0.0', resolved: 'http://127.0.0.1:9/one/-/one-1.0.0.tgz' } }
    writeFileSync(
      path.join(folder, 'package.json'),
      JSON.stringify({ name: 'small', version: '1.0.0', type: 'module', dependencies: { one: '1.0.0' } }),
    )
    const lock = lockFile(wanted)
    Object.assign(lock.packages[''], { dependencies: { one: '1.0.0' } })
    writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lock))
    const command = start(folder, { npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0' })
    expect(await command.ended).toBe(1)
    expect(command.said()).toContain('The package registry cannot be reached')
  })

  it('hands a signal on, and waits until what it runs has stopped', async () => {
    const folder = smallProject(`
      process.on('SIGTERM', () => setTimeout(() => { console.log('stopped'); process.exit(0) }, 100))
      setInterval(() => {}, 1000)
      console.log('running')`)
    install(folder, {})
    const command = start(folder)
    await command.says('running')
    command.child.kill('SIGTERM')
    expect(await command.ended).toBe(0)
    expect(command.said()).toContain('stopped')
  })

  it('stops what it runs when the npm that ran it is gone', async () => {
    const folder = smallProject(
      `process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); console.log(process.pid, 'running')`,
    )
    install(folder, {})
    // As npm does: a shell in between, which dies of a signal without handing it on.
    const line = `"${process.execPath}" "${path.join(folder, 'scripts/start.mjs')}"; :`
    const shell = follow(
      spawn('sh', ['-c', line], {
        env: { ...process.env, npm_lifecycle_event: 'start' },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    )
    await shell.says('running')
    const pid = Number.parseInt(shell.said(), 10)
    shell.child.kill('SIGTERM')
    await until(() => !isAlive(pid))
  })
})

describe('package-lock.json', () => {
  it('names every optional package of every package, or `npm ci` refuses it: run npm run lock:complete', () => {
    expect(missingEntries(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual([])
  })

  it('is completed with what a package for another machine says in its name', () => {
    const optionalDependencies = { '@some/thing-linux-x64-musl': '1.0.0', '@some/thing-darwin-arm64': '1.0.0' }
    expect(missingEntries({ packages: { 'node_modules/some': { version: '1.0.0', optionalDependencies } } })).toEqual([
      [
        'node_modules/@some/thing-linux-x64-musl',
        { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
      ],
      ['node_modules/@some/thing-darwin-arm64', { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] }],
    ])
  })
})
