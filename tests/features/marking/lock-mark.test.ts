import { beforeEach, describe, expect, test } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { saveDraft } from '#app/db/drafts.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { giveBackScript } from '#app/features/marking/give-back-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { viewScript } from '#app/features/marking/view-script.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { createScript, createVignette, passingMark, type Script } from '#tests/support/scripts.ts'
import { somebodyWaits } from '#tests/support/somebody-waits.ts'

let lena: Actor
let tomas: Actor
let script: Script

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  script = await createScript(await createVignette(), await createAccount('Noor'))
  await claimScript(lena, script.code, now)
})

const marks = () => db().mark.findMany({ where: { allocationId: script.allocationId } })
const drafts = () => db().draft.count({ where: { subjectId: script.allocationId } })
const audited = (action: string) => db().auditEntry.count({ where: { action, actorId: lena.id } })

const keepDraft = () =>
  saveDraft(db(), {
    ownerId: lena.id,
    kind: 'mark',
    subjectId: script.allocationId,
    baseVersion: 0,
    writer: 'a page',
    revision: 1,
    body: passingMark,
    now,
  })

describe('a mark', () => {
  test('that was filled in on an older draft is not locked over what was saved elsewhere since', async () => {
    await keepDraft()
    const older = { ...passingMark, overall: 'Written in another window.' }
    const locking = await lockMark(lena, script.code, older, now, 0)
    expect(locking).toMatchObject({ faults: { '': expect.any(String) }, newer: { version: 1, body: passingMark } })
    expect(await marks()).toEqual([])
    expect(await drafts()).toBe(1)
    expect(await lockMark(lena, script.code, older, now, 1)).toHaveProperty('isLocked')
  })

  test('that is the newest draft word for word is locked, whatever version it came from', async () => {
    await keepDraft()
    expect(await lockMark(lena, script.code, passingMark, now, 0)).toHaveProperty('isLocked')
  })

  test('is locked with its levels, its comments and the outcome by the rule, its draft goes, and the lock is audited', async () => {
    await keepDraft()
    expect(await lockMark(lena, script.code, passingMark, now)).toEqual({ isLocked: true, standing: 'final' })
    expect(await marks()).toMatchObject([
      {
        markerId: lena.id,
        ratings: {
          'not-knowing': { level: 5, comment: 'You ask, and you wait for the answer.' },
          patience: { level: 4, comment: '' },
        },
        globalLevel: 5,
        comment: 'Steady work.',
        criticalErrors: {},
        hasPassed: true,
        lockedAt: now,
      },
    ])
    expect(await drafts()).toBe(0)
    expect(await audited('mark.locked')).toBe(1)
  })

  test('sent many times at the same instant is one mark', async () => {
    await Promise.all(Array.from({ length: 8 }, () => lockMark(lena, script.code, passingMark, now)))
    expect(await marks()).toHaveLength(1)
    expect(await audited('mark.locked')).toBe(1)
  })

  test('sent again with other levels changes nothing', async () => {
    await lockMark(lena, script.code, passingMark, now)
    await lockMark(lena, script.code, { ...passingMark, global: '1' }, now)
    expect(await marks()).toMatchObject([{ globalLevel: 5 }])
  })

  test('with a level outside 1 to 7 changes nothing', async () => {
    await keepDraft()
    const locking = await lockMark(lena, script.code, { ...passingMark, global: '8', 'level.patience': '0' }, now)
    expect(Object.keys('faults' in locking ? locking.faults : {})).toEqual(['level.patience', 'global'])
    expect(await marks()).toEqual([])
    expect(await drafts()).toBe(1)
    expect(await audited('mark.locked')).toBe(0)
  })

  test('does not pass with a critical error, whatever the levels', async () => {
    const fields = { ...passingMark, 'error.certainty': 'on', 'words.certainty': '“You are angry.”' }
    await lockMark(lena, script.code, fields, now)
    expect(await marks()).toMatchObject([{ hasPassed: false, criticalErrors: { certainty: '“You are angry.”' } }])
  })

  test('of a script that somebody else has, or nobody has, is refused', async () => {
    await expect(lockMark(tomas, script.code, passingMark, now)).rejects.toMatchObject({ status: 404 })
    await giveBackScript(lena, script.code, now)
    await expect(lockMark(lena, script.code, passingMark, now)).rejects.toMatchObject({ status: 404 })
    expect(await marks()).toEqual([])
  })

  test.each([
    ['taken back', 'void', 'submitted', { status: 404 }],
    ['withdrawn', 'void', 'withdrawn', { withdrawn: expect.stringContaining('withdrawn') }],
  ] as const)(
    'of a script that is %s while it is being locked comes to nothing',
    async (_, state, attempt, outcome) => {
      const { locking } = await transact(async (tx) => {
        const changed = { state, attempt: { update: { state: attempt } } }
        await tx.allocation.update({ where: { id: script.allocationId }, data: changed })
        const locking = lockMark(lena, script.code, passingMark, now).catch((refusal) => refusal)
        await somebodyWaits()
        return { locking }
      })
      expect(await locking).toMatchObject(outcome)
      expect(await marks()).toEqual([])
    },
  )

  test('cannot be changed or taken away once it is locked', async () => {
    await lockMark(lena, script.code, passingMark, now)
    const where = { allocationId: script.allocationId }
    await expect(db().mark.update({ where, data: { globalLevel: 7 } })).rejects.toThrow()
    await expect(db().mark.delete({ where })).rejects.toThrow()
  })
})

describe('a script that is given back', () => {
  test('waits for everybody again, without the draft of whoever had it', async () => {
    await keepDraft()
    expect(await giveBackScript(lena, script.code, now)).toEqual({ isGivenBack: true })
    expect(await drafts()).toBe(0)
    expect(await claimScript(tomas, script.code, now)).toEqual({ code: script.code })
    expect(await viewScript(tomas, script.code)).toMatchObject({ code: script.code, draft: null })
    expect(await audited('script.given-back')).toBe(1)
  })

  test('is refused once its mark is locked', async () => {
    await lockMark(lena, script.code, passingMark, now)
    expect(await giveBackScript(lena, script.code, now)).toHaveProperty('refused')
    await expect(viewScript(tomas, script.code)).rejects.toMatchObject({ status: 404 })
  })

  test('is either given back or marked when both are asked at the same instant, never both', async () => {
    const [locking, giving] = await Promise.allSettled([
      lockMark(lena, script.code, passingMark, now),
      giveBackScript(lena, script.code, now),
    ])
    const isMarked = (await marks()).length === 1
    const { markerId } = await db().allocation.findUniqueOrThrow({ where: { id: script.allocationId } })
    expect(markerId).toBe(isMarked ? lena.id : null)
    expect(locking.status).toBe(isMarked ? 'fulfilled' : 'rejected')
    expect(giving).toMatchObject({ status: 'fulfilled', value: isMarked ? { refused: expect.any(String) } : {} })
  })
})
