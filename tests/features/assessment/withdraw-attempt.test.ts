import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { viewAttempt } from '#app/features/assessment/view-attempt.server.ts'
import { viewVignette } from '#app/features/assessment/view-vignette.server.ts'
import { withdrawAttempt } from '#app/features/assessment/withdraw-attempt.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { releaseMarks } from '#app/features/marking/release-marks.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import {
  createCourse,
  createScript,
  createVignette,
  type PublishedVignette,
  passingMark,
  type Script,
} from '#tests/support/scripts.ts'
import { enrolIn } from '#tests/support/vignettes.ts'

let ada: Actor
let lena: Actor
let vignette: PublishedVignette
let script: Script

beforeEach(async () => {
  ada = await createAccount('Ada')
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  vignette = await createVignette()
  await enrolIn((await createCourse([vignette])).id, ada)
  script = await createScript(vignette, ada)
})

const at = () => ({ slug: vignette.slug, number: 1 })
const withdraw = (actor = ada) => withdrawAttempt(actor, at(), now)
const stored = () =>
  db().attempt.findUniqueOrThrow({ where: { id: script.attemptId }, include: { allocations: true, finalMarks: true } })
const lock = () => lockMark(lena, script.code, passingMark, now)

describe('an answer that is withdrawn', () => {
  it('goes out of the queue, counts as an attempt, and stays readable for its writer', async () => {
    expect(await withdraw()).toEqual({ isWithdrawn: true })
    expect(await withdraw()).toEqual({ isWithdrawn: true })
    expect(await stored()).toMatchObject({ state: 'withdrawn', withdrawnAt: now, allocations: [{ state: 'void' }] })
    expect(await viewAttempt(ada, at())).toMatchObject({ state: 'withdrawn', answers: [{ id: 'say' }], feedback: null })
    expect(await viewVignette(ada, vignette.slug, now)).toMatchObject({ attemptsLeft: 2, because: { rule: 'pause' } })
    expect((await auditedActions()).filter((action) => action === 'attempt.withdrawn')).toHaveLength(1)
  })

  it('leaves room for another attempt after the hours between', async () => {
    await withdraw()
    expect(await beginAttempt(ada, vignette.slug, new Date(now.getTime() + 24 * 3_600_000))).toBeNull()
  })

  it('is nobody else’s to withdraw, nor one that is still being written', async () => {
    await expect(withdraw(await createAccount('Noor'))).rejects.toMatchObject({ status: 404 })
    await expect(withdrawAttempt(ada, { ...at(), number: 2 }, now)).rejects.toMatchObject({ status: 404 })
    await beginAttempt(ada, vignette.slug, new Date(now.getTime() + 24 * 3_600_000))
    await expect(withdrawAttempt(ada, { ...at(), number: 2 }, now)).rejects.toMatchObject({ status: 404 })
  })

  it('takes no mark any more, and a mark that was locked before comes to nothing', async () => {
    await claimScript(lena, script.code, now)
    await lock()
    await withdraw()
    expect(await stored()).toMatchObject({ allocations: [{ state: 'locked' }] })
    await releaseMarks(lena, [script.code], now)
    expect(await stored()).toMatchObject({ state: 'withdrawn', releasedAt: null })
  })

  it('is not withdrawn once its feedback is given', async () => {
    await claimScript(lena, script.code, now)
    await lock()
    await releaseMarks(lena, [script.code], now)
    expect(await withdraw()).toEqual({ refused: expect.stringMatching(/can no longer be withdrawn/) })
    expect(await stored()).toMatchObject({ state: 'released', withdrawnAt: null })
  })
})

describe('withdrawing at the same instant', () => {
  it.each([1, 2, 3, 4])(
    'as a marker locks leaves either a mark or a void script, never half of each (%i)',
    async () => {
      await claimScript(lena, script.code, now)
      const [withdrawal, locking] = await Promise.all([withdraw(), lock(), withdraw()])
      expect(withdrawal).toEqual({ isWithdrawn: true })
      const { state, allocations, finalMarks } = await stored()
      expect(state).toBe('withdrawn')
      const isLocked = 'isLocked' in locking
      expect(allocations).toMatchObject([{ state: isLocked ? 'locked' : 'void' }])
      expect(await db().mark.count()).toBe(isLocked ? 1 : 0)
      expect(finalMarks).toHaveLength(isLocked ? 1 : 0)
      if (!isLocked) expect(locking).toHaveProperty('withdrawn')
    },
  )

  it.each([1, 2, 3])('as it is released is one or the other (%i)', async () => {
    await claimScript(lena, script.code, now)
    await lock()
    const [withdrawal] = await Promise.all([withdraw(), releaseMarks(lena, [script.code], now)])
    const { state, releasedAt, withdrawnAt } = await stored()
    expect(state).toBe('isWithdrawn' in withdrawal ? 'withdrawn' : 'released')
    expect([releasedAt, withdrawnAt].filter((moment) => moment !== null)).toHaveLength(1)
  })
})
