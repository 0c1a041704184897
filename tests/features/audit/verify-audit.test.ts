import { rmSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { eraseAuditDetails } from '#app/db/audit.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { type Checkpoint, checkpointLine } from '#app/domain/audit/checkpoint.ts'
import { type AuditReport, isWhole, verifyAudit } from '#app/features/audit/verify-audit.server.ts'
import { printReport } from '#scripts/audit/print-report.ts'
import { runScript } from '#tests/scripts/support/processes.ts'
import { now } from '#tests/support/accounts.ts'
import { act, beginTrail, keptCheckpoints, sealAll } from '#tests/support/audit-trail.ts'
import { askAsOwner } from '#tests/support/job-queue.ts'

let kept: Checkpoint[]
/** Of the entry at the third of five positions. */
let third: { id: string; at: Date }

beforeEach(async () => {
  await beginTrail()
  for (const id of ['1', '2', '3', '4', '5']) await act(id)
  await sealAll()
  kept = keptCheckpoints()
  third = await db().auditEntry.findFirstOrThrow({ where: { objectId: '3' }, select: { id: true, at: true } })
})

/** As somebody does who owns the database: triggers stop mistakes and no intent. */
const tamper = (sql: string) =>
  askAsOwner(`ALTER TABLE audit_entry DISABLE TRIGGER USER; ALTER TABLE audit_seal DISABLE TRIGGER USER;
    ALTER TABLE audit_checkpoint DISABLE TRIGGER USER; ${sql};
    ALTER TABLE audit_entry ENABLE TRIGGER USER; ALTER TABLE audit_seal ENABLE TRIGGER USER;
    ALTER TABLE audit_checkpoint ENABLE TRIGGER USER`)

const named = ({ faults }: AuditReport) =>
  faults.map(({ kind, position, entry }) => ({ kind, position, id: entry?.id }))

/** The command, in a process of its own, on this test's database. */
async function command(...words: string[]) {
  const script = runScript('scripts/audit-verify.ts', words)
  return { code: await script.ended, said: script.said() }
}

test('npm run audit:verify tells by its exit code, and takes checkpoints that were kept elsewhere', async () => {
  expect(await command()).toMatchObject({ code: 0, said: expect.stringContaining('which cover the first 5 of 5') })
  await tamper(`DELETE FROM audit_entry WHERE id = '${third.id}'`)
  expect(await command()).toMatchObject({ code: 1, said: expect.stringContaining(`entry ${third.id}, test.acted`) })
  const moved = kept.map((checkpoint) => checkpointLine({ ...checkpoint, position: 9 }))
  const elsewhere = `${process.env.AUDIT_CHECKPOINTS}.kept`
  writeFileSync(elsewhere, ['A saved mail', ...moved, ''].join('\n'))
  expect((await command('--checkpoints', elsewhere)).said).toContain('The kept checkpoint of position 9')
  writeFileSync(elsewhere, '{ "half": ')
  expect(await command('--checkpoints', elsewhere)).toMatchObject({ code: 2, said: expect.stringContaining('lines') })
  rmSync(elsewhere)
  expect(await command('--checkpoints', elsewhere)).toMatchObject({ code: 2, said: expect.stringContaining('no file') })
})

describe('verifying the audit trail', () => {
  test('finds a whole one whole, and says what is not sealed yet', async () => {
    await act('6')
    const report = await verifyAudit(kept)
    expect(report).toMatchObject({ faults: [], sealed: { position: 5 }, tail: { count: 1, oldestAt: now } })
    expect(report.checkpoints).toMatchObject({ faults: [], stored: 1, kept: 1, coveredTo: 5 })
    expect(isWhole(report)).toBe(true)
    expect(printReport(report)).toContain('Answer: nothing that is sealed was altered')
  })

  test('names an entry that was altered', async () => {
    await tamper(`UPDATE audit_entry SET details = '{"amount": 2}' WHERE id = '${third.id}'`)
    const report = await verifyAudit(kept)
    expect(named(report)).toEqual([{ kind: 'altered', position: 3, id: third.id }])
    expect(isWhole(report)).toBe(false)
    expect(printReport(report)).toContain(
      `altered      position 3, entry ${third.id}, test.acted, ${third.at.toISOString()}: the entry is not what was sealed`,
    )
  })

  test('names an entry that was taken out', async () => {
    await tamper(`DELETE FROM audit_entry WHERE id = '${third.id}'`)
    expect(named(await verifyAudit(kept))).toEqual([{ kind: 'missing', position: 3, id: third.id }])
  })

  test('names the place of an entry that was taken out with its seal', async () => {
    await tamper(`DELETE FROM audit_entry WHERE id = '${third.id}'; DELETE FROM audit_seal WHERE position = 3`)
    expect(named(await verifyAudit(kept))).toEqual([{ kind: 'unsealed', position: 3, id: undefined }])
  })

  test('names entries that changed places', async () => {
    await tamper(`UPDATE audit_seal SET position = 100 WHERE position = 2; UPDATE audit_seal SET position = 2 WHERE position = 3;
      UPDATE audit_seal SET position = 3 WHERE position = 100`)
    const kinds = named(await verifyAudit(kept))
    expect(kinds).toContainEqual({ kind: 'reordered', position: 2, id: third.id })
    expect(kinds.every(({ kind }) => kind === 'reordered')).toBe(true)
  })

  test('finds by a kept checkpoint that the end was cut off and everything sealed anew', async () => {
    await tamper(
      `DELETE FROM audit_checkpoint; DELETE FROM audit_seal; DELETE FROM audit_entry WHERE id = '${third.id}'`,
    )
    await sealAll()
    const inside = await verifyAudit([])
    // Whoever holds both the database and the key can do this: only what was kept elsewhere knows of it.
    expect(isWhole(inside)).toBe(true)
    expect(printReport(inside)).toContain('could have rewritten all of it')
    const report = await verifyAudit(kept)
    expect(report.checkpoints.faults).toEqual([
      `The kept checkpoint of position 5, ${now.toISOString()}: the chain has no such position any more.`,
    ])
    await act('6')
    await sealAll()
    expect((await verifyAudit(kept)).checkpoints.faults[0]).toContain('it was rewritten at this position or before')
  })

  test('refuses checkpoints that somebody else signed, or nobody', async () => {
    const [checkpoint] = kept
    if (!checkpoint) throw new Error('nothing was kept')
    await tamper(`UPDATE audit_checkpoint SET hash = 'another'`)
    expect((await verifyAudit([])).checkpoints.faults[0]).toContain('its signature is not good')
    expect((await verifyAudit([{ ...checkpoint, hash: 'another' }])).checkpoints.faults[1]).toContain('not good')
    await db().issuerKey.deleteMany()
    expect((await verifyAudit(kept)).checkpoints.faults.at(-1)).toContain('none of our keys')
  })

  test('says of a key that was stolen since which of its checkpoints can be believed', async () => {
    await db().issuerKey.updateMany({ data: { revokedAt: now } })
    const report = await verifyAudit(kept)
    expect(isWhole(report)).toBe(true)
    expect(printReport(report)).toContain('revoked since; believe only those')
  })

  test('finds the trail whole after the details about something were erased, if that is recorded', async () => {
    const object = { kind: 'test', id: '3' }
    await transact((tx) => eraseAuditDetails(tx, object))
    expect(await db().auditEntry.findUniqueOrThrow({ where: { id: third.id } })).toMatchObject({
      details: {},
      salt: null,
    })
    expect(named(await verifyAudit(kept))).toEqual([{ kind: 'erased', position: 3, id: third.id }])
    await act('3', undefined, 'test.erased')
    await sealAll()
    expect(await verifyAudit(kept)).toMatchObject({ faults: [], erased: 1 })
  })

  test('nobody can change details by erasing them, the owner’s own mistakes included', async () => {
    await expect(askAsOwner(`UPDATE audit_entry SET details = '{"amount": 2}'`)).rejects.toThrow('never changed')
    await expect(
      askAsOwner(`UPDATE audit_entry SET details = '{}', salt = NULL, action = 'test.other'`),
    ).rejects.toThrow('never changed')
  })
})
