import { beforeEach, describe, expect, it } from 'vitest'
import { insertAttempt } from '#app/db/attempts.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { viewVignette } from '#app/features/assessment/view-vignette.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { publishVersion } from '#tests/support/published.ts'
import { somebodyWaits } from '#tests/support/somebody-waits.ts'
import { enrolIn, type OfferedVignette, offerVignette } from '#tests/support/vignettes.ts'

let ada: Actor
let vignette: OfferedVignette

beforeEach(async () => {
  ada = await createAccount('Ada')
  vignette = await offerVignette()
})

const attempts = () => db().attempt.findMany({ where: { userId: ada.id }, orderBy: { number: 'asc' } })
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

async function submitted(number: number, submittedAt: Date) {
  await db().attempt.create({
    data: {
      userId: ada.id,
      vignetteId: vignette.id,
      vignetteVersionId: vignette.versionId,
      rubricVersionId: vignette.rubricVersionId,
      number,
      state: 'submitted',
      openedAt: now,
      submittedAt,
    },
  })
}

describe('beginning a vignette', () => {
  it('needs an enrolment in a course that has it', async () => {
    expect(await beginAttempt(ada, vignette.slug, now)).toMatchObject({ rule: 'enrolment' })
    expect(await attempts()).toEqual([])
  })

  it('opens an attempt under the versions of that moment, and keeps to them', async () => {
    await enrolIn(vignette.courseId, ada)
    expect(await beginAttempt(ada, vignette.slug, now)).toBeNull()
    await publishVersion(vignette.id, { ...vignette.body, title: 'Changed' })
    expect(await attempts()).toMatchObject([
      { number: 1, state: 'open', vignetteVersionId: vignette.versionId, rubricVersionId: vignette.rubricVersionId },
    ])
    expect(await db().auditEntry.findMany({ select: { action: true, actorId: true } })).toEqual([
      { action: 'attempt.opened', actorId: ada.id },
    ])
  })

  it('from many windows at the same instant opens one', async () => {
    await enrolIn(vignette.courseId, ada)
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => beginAttempt(ada, vignette.slug, now)))
    expect(outcomes).toEqual([null, null, null, null, null])
    expect(await attempts()).toHaveLength(1)
    expect(await db().auditEntry.count()).toBe(1)
  })

  it('goes on with what another window opened between looking and opening', async () => {
    await enrolIn(vignette.courseId, ada)
    const beginning = await transact(async (tx) => {
      await insertAttempt(tx, {
        userId: ada.id,
        vignetteId: vignette.id,
        vignetteVersionId: vignette.versionId,
        rubricVersionId: vignette.rubricVersionId,
        number: 1,
        now,
      })
      const second = { outcome: beginAttempt(ada, vignette.slug, now) }
      await somebodyWaits()
      return second
    })
    expect(await beginning.outcome).toBeNull()
    expect(await attempts()).toHaveLength(1)
  })

  it('again goes on with the one that is open', async () => {
    await enrolIn(vignette.courseId, ada)
    await beginAttempt(ada, vignette.slug, now)
    expect(await beginAttempt(ada, vignette.slug, later(1))).toBeNull()
    expect(await attempts()).toHaveLength(1)
  })

  it('again is possible after the hours between, until all attempts are used', async () => {
    await enrolIn(vignette.courseId, ada)
    await submitted(1, now)
    expect(await beginAttempt(ada, vignette.slug, later(23))).toMatchObject({ rule: 'pause', from: later(24) })
    expect(await beginAttempt(ada, vignette.slug, later(24))).toBeNull()
    await db().attempt.updateMany({ where: { state: 'open' }, data: { state: 'submitted', submittedAt: now } })
    expect(await beginAttempt(ada, vignette.slug, later(99))).toMatchObject({ rule: 'attempts' })
  })

  it('that does not exist is absent', async () => {
    await expect(beginAttempt(ada, 'nothing-of-ours', now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the page before a vignette', () => {
  it('says what it asks and shows nothing of the case or its discussion', async () => {
    const page = await viewVignette(ada, vignette.slug, now)
    expect(page).toMatchObject({ title: 'The locked door', attemptsLeft: 2, because: { rule: 'enrolment' } })
    expect(JSON.stringify(page)).not.toMatch(/on a ward|You were not here|model discussion/)
  })

  it('is there no more for a stranger once the vignette is no longer offered', async () => {
    await db().contentItem.update({ where: { id: vignette.id }, data: { isListed: false } })
    await expect(viewVignette(ada, vignette.slug, now)).rejects.toMatchObject({ status: 404 })
    await submitted(1, now)
    expect(await viewVignette(ada, vignette.slug, now)).toMatchObject({ attempts: [{ number: 1 }] })
  })
})
