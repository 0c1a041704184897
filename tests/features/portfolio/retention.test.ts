import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { listEntries } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { isWhole, verifyAudit } from '#app/features/audit/verify-audit.server.ts'
import { openFile } from '#app/features/portfolio/download-file.server.ts'
import { eraseDue, eraseOnRequest, sweepFiles } from '#app/features/portfolio/erase-entries.server.ts'
import { takeEntryOut } from '#app/features/portfolio/keep-entry.server.ts'
import { viewRetention } from '#app/features/portfolio/view-retention.server.ts'
import { openStoredFile, storeFile } from '#app/integrations/storage.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { beginTrail, keptCheckpoints, sealAll } from '#tests/support/audit-trail.ts'
import { enterCase, enterTraining } from '#tests/support/evidence.ts'
import { PDF } from '#tests/support/pdf.ts'
import { publish, vignetteOf } from '#tests/support/published.ts'

let noor: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
})

const on = (day: string) => new Date(`${day}T03:35:00Z`)
const bodiesOf = async (entryId: string) =>
  (await db().portfolioVersion.findMany({ where: { entryId } })).map(({ body }) => body)

/** An application under way, of which only that it is there counts: any version does for its pathway. */
async function apply({ id: userId }: Actor) {
  const { versionId } = await publish('vignette', vignetteOf())
  return db().application.create({ data: { userId, pathwayVersionId: versionId, appliedAt: now } })
}

describe('what has been kept for its term', () => {
  test('is erased on its day and not before, with its file; that it was there stays', async () => {
    const id = await enterTraining(noor)
    const { id: fileId, key } = await db().storedFile.findFirstOrThrow()
    expect(await eraseDue(on('2032-02-03'))).toBe(0)
    expect(await eraseDue(on('2032-02-04'))).toBe(1)
    expect(await eraseDue(on('2032-02-04'))).toBe(0)

    expect(await bodiesOf(id)).toEqual([{}])
    expect(await openStoredFile(key)).toBeNull()
    expect(await db().storedFile.findFirstOrThrow()).toMatchObject({ name: '', erasedAt: expect.any(Date) })
    await expect(openFile(noor, fileId, now)).rejects.toMatchObject({ status: 404 })
    expect(await listEntries(noor.id)).toEqual([])
    const audited = await db().auditEntry.findMany({ where: { objectId: id }, orderBy: { id: 'asc' } })
    expect(audited.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['portfolio-entry.kept', noor.id],
      ['portfolio-entry.erased', null],
    ])
  })

  test('is erased once, however many workers do it at the same time', async () => {
    await enterCase(noor)
    const erased = await Promise.all([1, 2, 3].map(() => eraseDue(on('2040-01-01'))))
    expect(erased.reduce((sum, one) => sum + one, 0)).toBe(1)
  })

  test('waits for the decision of an application that rests on it', async () => {
    await enterCase(noor)
    const { id } = await apply(noor)
    expect(await eraseDue(on('2040-01-01'))).toBe(0)
    await db().application.update({ where: { id }, data: { state: 'withdrawn', closedAt: now } })
    expect(await eraseDue(on('2040-01-01'))).toBe(1)
  })

  test('is shown beforehand, with the day', async () => {
    const id = await enterCase(noor)
    await enterTraining(noor)
    await takeEntryOut(noor, id, () => ({}), now)
    const { next, firstOn, takenOut, total } = await viewRetention(noor, now)
    expect(next).toMatchObject([{ id, isTakenOut: true, on: '2027-01-31' }])
    expect({ firstOn, takenOut, total }).toEqual({ firstOn: '2027-01-31', takenOut: 1, total: 2 })
    expect(await eraseDue(on('2027-01-30'))).toBe(0)
    expect(await eraseDue(on('2027-01-31'))).toBe(1)
  })
})

describe('a person', () => {
  test('has erased what they took out, or everything, and nothing of anybody else', async () => {
    const sol = await createAccount('Sol')
    const [taken, kept, others] = [await enterCase(noor), await enterCase(noor), await enterCase(sol)]
    await takeEntryOut(noor, taken, () => ({}), now)
    expect(await eraseOnRequest(noor, 'taken-out', now)).toEqual({ erased: 1 })
    expect(await bodiesOf(kept)).not.toEqual([{}])
    expect(await eraseOnRequest(noor, 'everything', now)).toEqual({ erased: 1 })
    expect([await bodiesOf(taken), await bodiesOf(kept)]).toEqual([[{}], [{}]])
    expect(await bodiesOf(others)).not.toEqual([{}])
    expect((await viewRetention(noor, now)).total).toBe(0)
  })

  test('keeps what an application under way rests on', async () => {
    const id = await enterCase(noor)
    await apply(noor)
    expect(await eraseOnRequest(noor, 'everything', now)).toEqual({ refused: expect.stringContaining('application') })
    expect(await bodiesOf(id)).not.toEqual([{}])
  })
})

test('erasing a person’s content erases the details that were recorded of it, and leaves the audit trail whole', async () => {
  await beginTrail()
  const id = await enterTraining(noor)
  await sealAll()
  const kept = keptCheckpoints()
  expect(await eraseOnRequest(noor, 'everything', now)).toEqual({ erased: 1 })
  const recorded = await db().auditEntry.findMany({ where: { objectId: id }, orderBy: { id: 'asc' } })
  expect(recorded.map(({ action, details }) => [action, details])).toEqual([
    ['portfolio-entry.kept', {}],
    ['portfolio-entry.erased', { kind: 'training', files: 1, because: 'request' }],
  ])
  await sealAll()
  const report = await verifyAudit([...kept, ...keptCheckpoints()])
  expect(isWhole(report)).toBe(true)
  expect(report.erased).toBe(1)
})

describe('a file in the store', () => {
  test('that no record has is swept away after a day, and one that a record has stays', async () => {
    await enterTraining(noor)
    const { key } = await db().storedFile.findFirstOrThrow()
    await storeFile('left-behind', PDF, { now })
    const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
    expect(await sweepFiles(hoursLater(23))).toBe(0)
    await sweepFiles(hoursLater(25))
    expect(await openStoredFile('left-behind')).toBeNull()
    expect(await openStoredFile(key)).not.toBeNull()
  })
})
