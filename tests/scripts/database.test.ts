import { spawn } from 'node:child_process'
import { chmodSync, existsSync, lchownSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { startDatabase } from '#scripts/database/launch.ts'
import { folderElsewhere } from '#scripts/database/place.ts'
import { closedFolder, temporaryFolder } from '#tests/support/folders.ts'
import { query } from './support/databases.ts'
import { follow, isAlive, postgresPid, runScript, until } from './support/processes.ts'

const isRoot = process.getuid?.() === 0
const hold = (directory: string) => runScript('tests/scripts/support/hold-database.ts', [directory])

describe('the embedded database', () => {
  it('starts on an empty folder, keeps its passwords from others, and starts again on the same data', async () => {
    const directory = temporaryFolder()
    const first = await startDatabase({ directory })
    await query(first.adminUrl, 'CREATE TABLE kept (word text); INSERT INTO kept VALUES ($$yes$$)')
    await first.stop()
    expect(postgresPid(directory)).toBeUndefined()
    expect(statSync(path.join(directory, 'connection.json')).mode & 0o077).toBe(0)

    const second = await startDatabase({ directory })
    expect(await query(second.adminUrl, 'SELECT word FROM kept')).toEqual([{ word: 'yes' }])
    await second.stop()
  })

  it('loses no acknowledged row when everything is killed in the middle of inserting', async () => {
    const directory = temporaryFolder()
    const writer = runScript('tests/scripts/support/insert-rows.ts', [directory])
    await writer.says(/^200$/m)
    const postgres = postgresPid(directory)
    writer.child.kill('SIGKILL')
    if (postgres) process.kill(postgres, 'SIGKILL')
    await writer.ended
    const acknowledged = writer.said().trim().split('\n').length

    const database = await startDatabase({ directory })
    const [row] = await query<{ rows: number }>(database.adminUrl, 'SELECT count(*)::int AS rows FROM acknowledged')
    expect(row?.rows).toBeGreaterThanOrEqual(acknowledged)
    await database.stop()
  })

  it('uses a server that outlived its launcher, and stops it at the end', async () => {
    const directory = temporaryFolder()
    const killed = hold(directory)
    await killed.says('holding')
    const postgres = postgresPid(directory)
    killed.child.kill('SIGKILL')
    await killed.ended

    const database = await startDatabase({ directory })
    expect(postgresPid(directory)).toBe(postgres)
    await database.stop()
    expect(postgresPid(directory)).toBeUndefined()
  })

  it('is shared by processes that start together, and stopped by the last of them', async () => {
    const directory = temporaryFolder()
    const [one, other] = [hold(directory), hold(directory)]
    await Promise.all([one.says('holding'), other.says('holding')])
    const postgres = postgresPid(directory)

    one.child.kill('SIGTERM')
    expect(await one.ended).toBe(0)
    expect(postgresPid(directory)).toBe(postgres)

    other.child.kill('SIGTERM')
    expect(await other.ended).toBe(0)
    expect(postgresPid(directory)).toBeUndefined()
  })

  it('starts after a crash although another program has the number of the old server by now', async () => {
    const directory = temporaryFolder()
    await (await startDatabase({ directory })).stop()
    const cluster = path.join(directory, 'cluster')
    const { uid, gid } = statSync(cluster)
    const other = follow(spawn('sleep', ['600'], isRoot ? { uid, gid, cwd: '/' } : {}))
    writeFileSync(path.join(cluster, 'postmaster.pid'), `${other.child.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n`)

    const database = await startDatabase({ directory })
    expect(await query(database.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await database.stop()
    expect(isAlive(other.child.pid ?? 0)).toBe(true)
  })

  it('takes another port when its own is in use', async () => {
    const directory = temporaryFolder()
    const first = await startDatabase({ directory })
    const port = Number(new URL(first.adminUrl).port)
    await first.stop()
    const intruder = (await import('node:net')).createServer().listen(port, '127.0.0.1')
    await until(() => intruder.listening)

    const second = await startDatabase({ directory })
    expect(Number(new URL(second.adminUrl).port)).not.toBe(port)
    await second.stop()
    intruder.close()
  })

  it('begins again after a first start that was cut off', async () => {
    const directory = temporaryFolder()
    const first = hold(directory)
    await until(() => existsSync(path.join(directory, 'connection.json')))
    first.child.kill('SIGKILL')
    await first.ended

    const database = await startDatabase({ directory })
    expect(await query(database.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await database.stop()
  })

  it('says what to do about data without its passwords, and about a folder that cannot be made', async () => {
    const directory = temporaryFolder()
    await (await startDatabase({ directory })).stop()
    rmSync(path.join(directory, 'connection.json'))
    await expect(startDatabase({ directory })).rejects.toThrow(/connection.json is missing.*restore the file/)

    const file = path.join(directory, 'a-file')
    writeFileSync(file, '')
    await expect(startDatabase({ directory: path.join(file, 'data') })).rejects.toThrow(
      /cannot write to its data folder/,
    )
  })
})

describe.runIf(isRoot)('the embedded database of root', () => {
  it('lives in a folder of its own when its user cannot enter the one that was asked for', async () => {
    const directory = path.join(closedFolder(), 'data')
    const first = await startDatabase({ directory })
    await query(first.adminUrl, 'CREATE TABLE kept ()')
    await first.stop()
    const elsewhere = folderElsewhere(directory)
    expect(existsSync(path.join(elsewhere, 'cluster'))).toBe(true)

    const second = await startDatabase({ directory })
    expect(await query(second.adminUrl, 'SELECT * FROM kept')).toEqual([])
    await second.stop()

    // Whoever deletes the folder means the data.
    rmSync(directory, { recursive: true })
    const third = await startDatabase({ directory })
    await expect(query(third.adminUrl, 'SELECT * FROM kept')).rejects.toThrow(/does not exist/)
    await third.stop()
    rmSync(elsewhere, { recursive: true })
  })

  it('is not begun anew when a folder is closed above data that is there', async () => {
    const above = temporaryFolder()
    const directory = path.join(above, 'data')
    await (await startDatabase({ directory })).stop()
    chmodSync(above, 0o700)
    await expect(startDatabase({ directory })).rejects.toThrow(/has been closed/)
  })

  it('goes on belonging to the ordinary user who made it, who can start it again afterwards', async () => {
    const directory = temporaryFolder()
    await (await startDatabase({ directory })).stop()
    const cluster = path.join(directory, 'cluster')
    const somebody = 12_345
    for (const name of ['', ...readdirSync(cluster, { recursive: true, encoding: 'utf8' })])
      lchownSync(path.join(cluster, name), somebody, somebody)

    const database = await startDatabase({ directory })
    expect(await query(database.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    expect(statSync(path.join(cluster, 'postmaster.pid')).uid).toBe(somebody)
    await database.stop()
  })
})
