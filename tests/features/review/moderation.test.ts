import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { drawSample, moderate, verdictForm } from '#app/features/review/moderate.server.ts'
import { reviewRubricChange, viewRubricChanges } from '#app/features/review/review-rubric-change.server.ts'
import { viewModeration, viewModerations } from '#app/features/review/view-moderations.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import { publishVersion, rubricOf } from '#tests/support/published.ts'
import { createScripts, createVignette, type PublishedVignette, passingMark } from '#tests/support/scripts.ts'

const MARKED = 6

let lena: Actor
let tomas: Actor
let vignette: PublishedVignette
let cohortId: string

/** A cohort led by Lena and Tomas, whose six answers Tomas has marked. */
beforeEach(async () => {
  ;[lena, tomas] = [await lead('Lena'), await lead('Tomas')]
  vignette = await createVignette()
  const course = await db().contentItem.create({ data: { kind: 'course', slug: 'a-course' } })
  const leads = [lena, tomas].map(({ id }) => ({ userId: id, part: 'lead' as const, joinedAt: now }))
  const cohort = { name: 'Leeds', courseId: course.id, startsOn: now, members: { create: leads } }
  cohortId = (await db().cohort.create({ data: cohort })).id
  for (const { code } of await createScripts(vignette, await createAccount('Noor'), MARKED)) {
    await claimScript(tomas, code, now)
    await lockMark(tomas, code, passingMark, now)
  }
  await db().attempt.updateMany({ data: { cohortId } })
})

const lead = (name: string) => createAccount(name, { roles: ['training_lead'] })
const draw = (count: number, reason: 'random' | 'near_pass' = 'random') =>
  drawSample(lena, cohortId, { reason, count }, now)
const sample = async (actor = lena) => (await viewModerations(actor, cohortId, 1)).sample
const verdict = (given: object) => verdictForm.parse({ comment: '', ...given })

describe('a moderation sample', () => {
  test('is drawn from the finally marked answers, each once, also when two draw at the same instant', async () => {
    const drawn = await Promise.all([draw(4), draw(4)])
    expect(drawn[0] + drawn[1]).toBe(MARKED)
    expect(new Set((await sample()).map(({ code }) => code)).size).toBe(MARKED)
    expect(await draw(1)).toBe(0)
  })

  test('of those near the standard holds no others', async () => {
    expect(await draw(10, 'near_pass')).toBe(0)
    expect(await draw(10)).toBe(MARKED)
  })

  test('is looked at by somebody who had no part in the marking', async () => {
    await draw(1)
    const [drawn] = await sample(tomas)
    expect(drawn).toMatchObject({ isInvolved: true })
    await expect(viewModeration(tomas, { cohortId, id: drawn?.id ?? '' })).rejects.toMatchObject({ status: 404 })
    expect(await viewModeration(lena, { cohortId, id: drawn?.id ?? '' })).toMatchObject({ marks: [{ globalLevel: 5 }] })
  })

  test('names neither trainee nor marker', async () => {
    await draw(1)
    const [drawn] = await sample()
    const shown = JSON.stringify([drawn, await viewModeration(lena, { cohortId, id: drawn?.id ?? '' })])
    expect(shown).not.toMatch(/Noor|Tomas/)
  })

  test('says when the mark has changed since', async () => {
    await draw(1)
    const which = { cohortId, id: (await sample())[0]?.id ?? '' }
    expect(await moderate(lena, which, verdict({ verdict: 'agree' }), now)).toBeNull()
    expect(await sample()).toMatchObject([{ verdict: 'agree', isChangedSince: false }])
    const {
      id: _,
      attemptId,
      ...final
    } = await db().finalMark.findFirstOrThrow({ where: { moderations: { some: {} } } })
    await db().finalMark.create({ data: { ...final, attemptId, number: 2, globalLevel: 3 } as never })
    expect(await sample()).toMatchObject([{ verdict: 'agree', isChangedSince: true }])
  })

  test('that is not agreed with needs the reason, and can have the answer marked again', async () => {
    await draw(1)
    const which = { cohortId, id: (await sample())[0]?.id ?? '' }
    expect(verdictForm.safeParse({ verdict: 'disagree', comment: 'No.' }).error?.issues[0]?.path).toEqual(['comment'])
    const comment = 'The second paragraph tells the patient what she felt, and the mark passes over it.'
    const isKept = await writeInto(lena, 'moderation', `${cohortId}.${which.id}`)
    expect(await moderate(lena, which, verdict({ verdict: 'disagree', comment, again: 'on' }), now)).toBeNull()
    expect(await isKept()).toBe(false)
    expect(await db().allocation.count({ where: { purpose: 'again', state: 'waiting' } })).toBe(1)
    expect(await auditedActions()).toContain('mark.moderated')
  })

  test('is the business of the cohort’s leads alone', async () => {
    const mira = await lead('Mira')
    await expect(viewModerations(mira, cohortId, 1)).rejects.toMatchObject({ status: 404 })
    await expect(drawSample(mira, cohortId, { reason: 'random', count: 1 }, now)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a rubric that is corrected after marking began', () => {
  const correct = async () => {
    const { itemId } = await db().contentVersion.findUniqueOrThrow({ where: { id: vignette.rubricVersionId } })
    return publishVersion(itemId, rubricOf({ version: 2 }))
  }
  const decide = (code: string[], decision: 'stands' | 'mark_again') =>
    reviewRubricChange(lena, cohortId, { code, decision, reason: 'Only the wording of level 3 was made clearer.' }, now)
  const affected = async () => (await viewRubricChanges(lena, cohortId, 1)).marks

  test('flags the marks given on the earlier version, and changes none of them', async () => {
    expect(await affected()).toEqual([])
    const before = await db().finalMark.findMany({ orderBy: { id: 'asc' } })
    await correct()
    expect(await affected()).toHaveLength(MARKED)
    expect((await affected())[0]).toMatchObject({ markedOn: 1, current: 2, isReleased: false })
    expect(await db().finalMark.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
  })

  test('asks for a decision about each mark once for each correction', async () => {
    await correct()
    const codes = (await affected()).map(({ code }) => code)
    const counts = await Promise.all([decide(codes.slice(0, 4), 'stands'), decide(codes.slice(0, 4), 'stands')])
    expect(counts[0] + counts[1]).toBe(4)
    expect(await affected()).toHaveLength(MARKED - 4)
    await correct()
    expect(await affected()).toHaveLength(MARKED)
  })

  test('has an answer marked again only where somebody decides so', async () => {
    await correct()
    const [first] = await affected()
    const isKept = await writeInto(lena, 'rubric-change', cohortId)
    expect(await decide([first?.code ?? ''], 'mark_again')).toBe(1)
    expect(await isKept()).toBe(false)
    expect(await db().allocation.count({ where: { purpose: 'again' } })).toBe(1)
    expect(await db().attempt.count({ where: { hasPassed: null } })).toBe(1)
  })
})
