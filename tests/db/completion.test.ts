import { beforeEach, describe, expect, it } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { completeCourseIfDone } from '#app/db/completion.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { enrolIn, type OfferedVignette, offerVignette } from '#tests/support/vignettes.ts'

let ada: Actor
let tomas: Actor
let vignette: OfferedVignette

beforeEach(async () => {
  ada = await createAccount('Ada')
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  // Its course has no lessons: the vignette alone completes it.
  vignette = await offerVignette()
})

/** An answer of Ada's with a final mark, released or not. */
async function markedAttempt({ hasPassed = true, isReleased = true } = {}) {
  await db().attempt.create({
    data: {
      userId: ada.id,
      vignetteId: vignette.id,
      vignetteVersionId: vignette.versionId,
      rubricVersionId: vignette.rubricVersionId,
      number: 1,
      state: isReleased ? 'released' : 'submitted',
      openedAt: now,
      submittedAt: now,
      hasPassed,
    },
  })
}

const complete = () =>
  transact((tx) => completeCourseIfDone(tx, { userId: ada.id, course: { vignetteId: vignette.id }, now, actor: tomas }))
const completedAt = async () => (await db().enrolment.findFirst({ where: { userId: ada.id } }))?.completedAt

describe('a vignette that was passed', () => {
  it('completes the course that has it, when nothing else is missing', async () => {
    await enrolIn(vignette.courseId, ada)
    await markedAttempt()
    expect(await complete()).toMatchObject([{ courseId: vignette.courseId }])
    expect(await completedAt()).toEqual(now)
    expect(await db().auditEntry.findFirst()).toMatchObject({ action: 'course.completed', actorId: tomas.id })
  })

  it('completes nothing before its mark is released', async () => {
    await enrolIn(vignette.courseId, ada)
    await markedAttempt({ isReleased: false })
    expect(await complete()).toEqual([])
    expect(await completedAt()).toBeNull()
  })

  it('completes nothing when it was not passed', async () => {
    await enrolIn(vignette.courseId, ada)
    await markedAttempt({ hasPassed: false })
    expect(await complete()).toEqual([])
  })

  it('completes nothing for somebody who is not enrolled', async () => {
    await markedAttempt()
    expect(await complete()).toEqual([])
  })

  it('completes once, however many release at the same instant', async () => {
    await enrolIn(vignette.courseId, ada)
    await markedAttempt()
    const outcomes = await Promise.all([complete(), complete(), complete()])
    expect(outcomes.flat()).toHaveLength(1)
    expect(await auditedActions()).toEqual(['course.completed'])
  })
})
