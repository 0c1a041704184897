import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { type Actor, ROLES } from '#app/domain/people.ts'
import { beginBatch } from '#app/features/credentials/desk/begin-batch.server.ts'
import { issueBatch, resumeBatches } from '#app/features/credentials/desk/issue-batch.server.ts'
import { previewBatch } from '#app/features/credentials/desk/preview-batch.server.ts'
import { viewBatch, viewOwnBatches } from '#app/features/credentials/desk/view-batches.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { completed, enrolment, type PublishedCourse, publishCourse, started } from '#tests/support/certificates.ts'
import { queuedJobs } from '#tests/support/job-queue.ts'

/** More than two chunks. */
const COUNT = 60

let grace: Actor
let stance: PublishedCourse

const clock = () => now
const nameOf = (index: number) => `Person ${String(index).padStart(2, '0')}`

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  stance = await publishCourse()
})

async function crowd(count = COUNT): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    name: nameOf(index),
    email: `person-${index}@people.example`,
    timeZone: 'Europe/London',
    profession: 'nurse' as const,
  }))
  await db().user.createMany({ data: people })
  await db().enrolment.createMany({
    data: people.map(({ id }) => ({ userId: id, courseId: stance.id, enrolledAt: started, completedAt: completed })),
  })
}

const filter = { course: undefined, name: undefined }

async function begin(officer = grace, id = randomUUID()): Promise<string> {
  const { seen } = await previewBatch(officer, filter)
  expect(await beginBatch(officer, { id, seen, ...filter }, now)).toBeNull()
  return id
}

const numbers = async () => (await db().certificate.findMany({ select: { number: true } })).length
const notices = () => db().notice.count({ where: { kind: 'certificate-issued' } })
const audited = () => db().auditEntry.count({ where: { action: 'certificate.issued' } })

async function expectEachOnce(count: number): Promise<void> {
  expect([await numbers(), await db().credential.count(), await audited(), await notices()]).toEqual(
    Array.from({ length: 4 }, () => count),
  )
}

describe('a batch', () => {
  test('issues everybody who waits and matches, and says how far it is', async () => {
    await crowd()
    const id = await begin()
    expect(await viewBatch(grace, id)).toMatchObject({ count: COUNT, issued: 0, refused: 0, finishedAt: null })
    await issueBatch(id, clock)
    expect(await viewBatch(grace, id)).toMatchObject({ count: COUNT, issued: COUNT, refused: 0, finishedAt: now })
    expect(await viewOwnBatches(grace)).toMatchObject([{ id, officer: 'Grace' }])
    await expectEachOnce(COUNT)
  })

  test('takes only whom the filter names', async () => {
    await crowd(12)
    const preview = await previewBatch(grace, { course: stance.slug, name: 'person 1' })
    expect(preview.ready.map(({ text }) => text.holderName)).toEqual([nameOf(10), nameOf(11)])
  })

  test('says beforehand whom it cannot issue to, and why, and leaves them out', async () => {
    await crowd(2)
    await enrolment(grace, stance)
    await db().user.updateMany({ where: { name: nameOf(0) }, data: { name: 'Noor ꦱ' } })
    const { ready, refused } = await previewBatch(grace, filter)
    expect(ready).toHaveLength(1)
    expect(refused.map(({ because }) => because).toSorted()).toEqual([
      expect.stringContaining('“ꦱ”'),
      'Your own: another officer has to issue it.',
    ])
    const id = await begin()
    await issueBatch(id, clock)
    expect(await viewBatch(grace, id)).toMatchObject({ count: 1, issued: 1 })
  })

  test('begun twice at the same instant is begun once', async () => {
    await crowd(3)
    const id = randomUUID()
    await Promise.all([begin(grace, id), begin(grace, id), begin(grace, id)])
    expect(await db().issueBatch.count()).toBe(1)
    expect(await db().issueBatchItem.count()).toBe(3)
    expect(await db().auditEntry.count({ where: { action: 'issue-batch.begun' } })).toBe(1)
    expect((await queuedJobs()).filter((key) => key === `issue-batch:${id}`)).toHaveLength(1)
  })

  test('is not begun where somebody came, or a name has changed, since it was looked at', async () => {
    await crowd(2)
    const { seen } = await previewBatch(grace, filter)
    await db().user.updateMany({ where: { name: nameOf(0) }, data: { name: 'Another name' } })
    expect(await beginBatch(grace, { id: randomUUID(), seen, ...filter }, now)).toMatch('look again')
    expect(await db().issueBatch.count()).toBe(0)
  })

  test('is not begun for nobody', async () => {
    expect(await beginBatch(grace, { id: randomUUID(), seen: '', ...filter }, now)).toMatch('Nobody waits')
  })

  test.each(ROLES.filter((role) => role !== 'accreditation_staff'))('is not for a %s', async (role) => {
    const actor = await createAccount('Mallory', { roles: [role] })
    await expect(previewBatch(actor, filter)).rejects.toMatchObject({ status: 403 })
    await expect(beginBatch(actor, { id: randomUUID(), seen: '', ...filter }, now)).rejects.toMatchObject({
      status: 403,
    })
    await expect(viewBatch(actor, randomUUID())).rejects.toMatchObject({ status: 403 })
  })
})

describe('each is issued exactly once', () => {
  test('by two workers at the same time', async () => {
    await crowd()
    const id = await begin()
    await Promise.all([issueBatch(id, clock), issueBatch(id, clock)])
    expect(await viewBatch(grace, id)).toMatchObject({ issued: COUNT, refused: 0 })
    await expectEachOnce(COUNT)
  })

  test('by two batches of two officers over the same people', async () => {
    await crowd()
    const gus = await createAccount('Gus', { roles: ['accreditation_staff'] })
    const ids = [await begin(), await begin(gus)]
    await Promise.all(ids.map((id) => issueBatch(id, clock)))
    const batches = await Promise.all(ids.map((id) => viewBatch(grace, id)))
    expect(batches.reduce((sum, { issued }) => sum + issued, 0)).toBe(COUNT)
    expect(batches.reduce((sum, { refused }) => sum + refused, 0)).toBe(COUNT)
    expect(batches.flatMap(({ items }) => items).every(({ because }) => because.startsWith('Issued already'))).toBe(
      true,
    )
    await expectEachOnce(COUNT)
  })

  test('where it stopped between two chunks and was begun again', async () => {
    await crowd()
    const id = await begin()
    let chunks = 0
    const stopping = () => {
      if (chunks++ === 1) throw new Error('the process ends here')
      return now
    }
    await expect(issueBatch(id, stopping)).rejects.toThrow('the process ends here')
    const { issued } = await viewBatch(grace, id)
    expect(issued).toBeGreaterThan(0)
    expect(issued).toBeLessThan(COUNT)
    await resumeBatches()
    expect(await queuedJobs()).toContain(`issue-batch:${id}`)
    await issueBatch(id, clock)
    await issueBatch(id, clock)
    await expectEachOnce(COUNT)
  })
})

describe('what is refused on the way has its reason', () => {
  test('a name that has changed since the batch was confirmed', async () => {
    await crowd(3)
    const id = await begin()
    await db().user.updateMany({ where: { name: nameOf(1) }, data: { name: 'Another name' } })
    await issueBatch(id, clock)
    expect(await viewBatch(grace, id)).toMatchObject({
      issued: 2,
      items: [{ holderName: 'Another name', because: expect.stringContaining('something else now') }],
    })
  })

  test('all that is left when the officer has lost the role', async () => {
    await crowd(3)
    const id = await begin()
    await db().roleGrant.updateMany({ where: { userId: grace.id }, data: { endsAt: now } })
    await issueBatch(id, clock)
    const gus = await createAccount('Gus', { roles: ['accreditation_staff'] })
    expect(await viewBatch(gus, id)).toMatchObject({ issued: 0, refused: 3, finishedAt: now })
    await expectEachOnce(0)
  })
})
