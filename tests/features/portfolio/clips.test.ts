import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { findOwnEntry } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { chooseMails } from '#app/features/notices/own-notices.server.ts'
import { correctClip, keepClip, recordDestroyed } from '#app/features/portfolio/keep-clip.server.ts'
import { remindOfRecordings } from '#app/features/portfolio/remind-of-recordings.server.ts'
import { viewClip, viewClips } from '#app/features/portfolio/view-clips.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { approveSupervisor, clipOf, enterCase, enterClip } from '#tests/support/evidence.ts'

let noor: Actor
let imre: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  imre = await createAccount('Imre', { roles: ['supervisor'] })
})

const later = (days: number) => new Date(now.getTime() + days * DAY_MS)
const levels = { stance: 4, 'affect-focus': null }

const rate = (entryId: string, version = 1) =>
  db().clipRating.create({ data: { entryId, version, supervisorId: imre.id, ratings: levels, ratedAt: now } })

const ratedOn = async (id: string) => (await findOwnEntry(noor.id, id))?.ratedOn

describe('a clip', () => {
  test('is of one of one’s own cases and of a supervisor who was ever approved', async () => {
    const sol = await createAccount('Sol')
    const caseId = await enterCase(sol)
    expect(await keepClip(noor, clipOf({ caseId, supervisorId: imre.id }), now)).toHaveProperty('faults.supervisorId')
    await approveSupervisor(imre)
    expect(await keepClip(noor, clipOf({ caseId, supervisorId: imre.id }), now)).toHaveProperty('faults.caseId')
    expect(await keepClip(sol, clipOf({ caseId, supervisorId: imre.id }), now)).toHaveProperty('id')
  })

  test('of the same session sent twice at the same instant is kept once', async () => {
    await approveSupervisor(imre)
    const clip = clipOf({ caseId: await enterCase(noor), supervisorId: imre.id })
    const kept = await Promise.all([1, 2].map(() => keepClip(noor, clip, now)))
    expect(kept.filter((one) => 'id' in one)).toHaveLength(1)
    expect(kept.filter((one) => 'faults' in one)).toMatchObject([{ faults: { sessionNumber: expect.any(String) } }])
  })

  test('stays rated when its recording is destroyed, and not when it says something else', async () => {
    const id = await enterClip(noor, imre)
    await rate(id)
    expect(await ratedOn(id)).toBe('2026-11-02')
    expect(await recordDestroyed(noor, id, { destroyedOn: '2026-11-01', seenVersion: 1 }, now)).toEqual({ id })
    expect(await ratedOn(id)).toBe('2026-11-02')
    expect((await viewClip(noor, id, now)).ratings).toMatchObject([
      { supervisor: 'Imre', ratings: levels, isOfPresent: true },
    ])

    const { caseId } = (await viewClip(noor, id, now)).clip
    const longer = clipOf({ caseId: caseId ?? '', supervisorId: imre.id, changes: { minutes: 20 } })
    expect(await correctClip(noor, id, { ...longer, seenVersion: 2 }, now)).toEqual({ id })
    expect(await ratedOn(id)).toBeNull()
    expect((await viewClip(noor, id, now)).ratings).toMatchObject([{ isOfPresent: false }])
  })

  test('is nobody else’s', async () => {
    const id = await enterClip(noor, imre)
    const sol = await createAccount('Sol')
    await expect(viewClip(sol, id, now)).rejects.toMatchObject({ status: 404 })
    await expect(recordDestroyed(sol, id, { destroyedOn: '2026-11-01', seenVersion: 1 }, now)).rejects.toMatchObject({
      status: 404,
    })
    expect((await viewClips(sol, now)).clips).toEqual([])
  })
})

describe('a recording', () => {
  /** Due in three weeks. */
  const enterDue = () => enterClip(noor, imre, { destroyBy: '2026-11-23' })
  const told = async () => (await db().notice.findMany({ orderBy: { id: 'asc' } })).map(({ params }) => params)

  test('is reminded of two weeks before it is to be destroyed, and each week once it is overdue', async () => {
    await enterDue()
    expect(await remindOfRecordings(later(6))).toBe(0)
    expect(await remindOfRecordings(later(7))).toBe(1)
    expect(await remindOfRecordings(later(8))).toBe(0)
    expect(await remindOfRecordings(later(22))).toBe(1)
    expect(await remindOfRecordings(later(23))).toBe(0)
    expect(await remindOfRecordings(later(29))).toBe(1)
    expect(await told()).toEqual([
      { count: 1, isOverdue: false },
      { count: 1, isOverdue: true },
      { count: 1, isOverdue: true },
    ])
  })

  test('is reminded of once, however many workers do it at the same time', async () => {
    await enterDue()
    const sent = await Promise.all([1, 2, 3].map(() => remindOfRecordings(later(10))))
    expect(sent.sort()).toEqual([0, 0, 1])
    expect(await mailsFor(noor.email)).toEqual(['recordings-due'])
  })

  test('that is destroyed is reminded of no more, and nobody is mailed who does not want it', async () => {
    const id = await enterDue()
    await chooseMails(noor, [])
    expect(await remindOfRecordings(later(10))).toBe(1)
    expect(await mailsFor(noor.email)).toEqual([])
    await recordDestroyed(noor, id, { destroyedOn: '2026-11-01', seenVersion: 1 }, now)
    expect(await remindOfRecordings(later(30))).toBe(0)
  })
})
