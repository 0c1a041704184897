import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { recordAudit } from '#app/db/audit.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { isGenuine, readCheckpoints } from '#app/domain/audit/checkpoint.ts'
import { sealAudit } from '#app/features/audit/seal-audit.server.ts'
import { isWhole, verifyAudit } from '#app/features/audit/verify-audit.server.ts'
import { now } from '#tests/support/accounts.ts'
import { act, beginTrail, keptCheckpoints, sealAll } from '#tests/support/audit-trail.ts'
import { askAsOwner } from '#tests/support/job-queue.ts'

beforeEach(beginTrail)

const seals = () => db().auditSeal.findMany({ orderBy: { position: 'asc' } })

describe('the sealer', () => {
  test('gives each entry one place, signs the end, and writes that to a file outside of the database', async () => {
    for (const id of ['one', 'two', 'three']) await act(id)
    expect(await sealAll()).toBe(3)
    expect((await seals()).map(({ position }) => position)).toEqual([1, 2, 3])
    expect(await sealAudit(now)).toBe(0)

    const [checkpoint, ...others] = keptCheckpoints()
    expect(others).toEqual([])
    expect(checkpoint).toMatchObject({ position: 3, hash: (await seals())[2]?.hash })
    expect(checkpoint && (await isGenuine(checkpoint))).toBe(true)
    expect(checkpoint && (await isGenuine({ ...checkpoint, position: 2 }))).toBe(false)
    const text = readFileSync(process.env.AUDIT_CHECKPOINTS ?? '', 'utf8')
    expect(readCheckpoints(`Subject: a saved mail\n\n${text}{"format":"another"}\n`)).toMatchObject({ unreadable: [4] })
  })

  test('seals what 32 write at once while it runs, each once, and whole', async () => {
    const WRITERS = 32
    const EACH = 15
    let isWriting = true
    const sealing = (async () => {
      while (isWriting) await sealAudit(now)
    })()
    const writer = async (_: unknown, number: number) => {
      for (let time = 0; time < EACH; time++) await act(`${number} ${time}`)
    }
    await Promise.all(Array.from({ length: WRITERS }, writer))
    isWriting = false
    await sealing
    await sealAll()
    const entryIds = (await seals()).map(({ entryId }) => entryId)
    expect(new Set(entryIds).size).toBe(WRITERS * EACH)
    expect(entryIds.length).toBe(WRITERS * EACH)
    expect(isWhole(await verifyAudit(keptCheckpoints()))).toBe(true)
  })

  test('does not leave behind what a slow transaction commits after later ones', async () => {
    let commit = () => {}
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve
    })
    let hasWritten = () => {}
    const written = new Promise<void>((resolve) => {
      hasWritten = resolve
    })
    const slow = transact(async (tx) => {
      await recordAudit(tx, { actor: null, action: 'test.acted', object: { kind: 'test', id: 'slow' }, at: now })
      hasWritten()
      await mayCommit
    })
    await written
    await act('quick')
    // It began later, so it waits as well: its place is after the slow one's.
    await sealAudit(now)
    expect(await seals()).toEqual([])
    commit()
    await slow
    await act('after')
    await sealAll()
    const entries = new Map((await db().auditEntry.findMany()).map(({ id, objectId }) => [id, objectId]))
    expect((await seals()).map(({ entryId }) => entries.get(entryId))).toEqual(['slow', 'quick', 'after'])
  })

  test('seals once where several run at the same moment', async () => {
    for (let time = 0; time < 40; time++) await act(`${time}`)
    const counts = await Promise.all(Array.from({ length: 6 }, (_, each) => sealAudit(now, { whole: each % 2 === 0 })))
    expect(counts.reduce((sum, count) => sum + count) + (await sealAll())).toBe(40)
    expect((await seals()).length).toBe(40)
  })

  test('goes on in a restored copy, where transactions are counted from another number', async () => {
    await act('before')
    await sealAll()
    await askAsOwner(`ALTER TABLE audit_checkpoint DISABLE TRIGGER USER;
      UPDATE audit_checkpoint SET sealed_below = '9000000000'; ALTER TABLE audit_checkpoint ENABLE TRIGGER USER`)
    await askAsOwner(`INSERT INTO audit_entry (id, at, action, object_kind, object_id, xid)
      VALUES (gen_random_uuid(), now(), 'test.acted', 'test', 'of the old server', '8000000000')`)
    await act('of the new server')
    await sealAll()
    expect((await seals()).length).toBe(3)
    expect(isWhole(await verifyAudit(keptCheckpoints()))).toBe(true)
  })
})

describe('the application’s own role', () => {
  test.each([
    `INSERT INTO audit_seal SELECT 2, gen_random_uuid(), now(), 'a.b', '', '', ''`,
    `UPDATE audit_seal SET hash = ''`,
    'DELETE FROM audit_seal',
    'TRUNCATE audit_seal CASCADE',
    `INSERT INTO audit_checkpoint SELECT 1, '', '', now(), '', '', '0'`,
    'DELETE FROM audit_checkpoint',
    `UPDATE audit_entry SET details = '{}', salt = NULL`,
    `INSERT INTO audit_entry (id, at, action, object_kind, object_id, xid) VALUES (gen_random_uuid(), now(), 'a.b', 'c', 'd', '3')`,
    `INSERT INTO audit_entry (id, at, action, object_kind, object_id, salt) VALUES (gen_random_uuid(), now(), 'a.b', 'c', 'd', NULL)`,
  ])('may not: %s', async (statement) => {
    await act('one')
    await sealAll()
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow(/permission denied/)
  })
})
