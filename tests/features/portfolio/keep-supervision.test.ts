import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import {
  correctSupervision,
  keepSupervision,
  takeSupervisionOut,
} from '#app/features/portfolio/keep-supervision.server.ts'
import type { SentSupervision } from '#app/features/portfolio/supervision-form.server.ts'
import { viewNewSupervision, viewSession, viewSupervision } from '#app/features/portfolio/view-supervision.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { treatment } from '#tests/support/portfolio.ts'
import { createSupervisor, keep } from '#tests/support/supervision.ts'

let noor: Actor
let imre: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  imre = await createSupervisor('Imre', { startsOn: '2026-06-01' })
})

const held = (changes: Partial<SentSupervision> = {}): SentSupervision => ({
  on: '2026-10-26',
  startsAt: '10:00',
  minutes: 60,
  mode: 'individual',
  supervisees: '',
  caseIds: [],
  supervisorId: imre.id,
  takenAway: 'To slow down before the challenge.',
  seenVersion: 0,
  ...changes,
})

const log = (changes: Partial<SentSupervision> = {}, typed: Record<string, string> = {}) =>
  keepSupervision(noor, { value: held(changes), typed }, now)

async function logged(changes: Partial<SentSupervision> = {}): Promise<string> {
  const kept = await log(changes)
  if ('fault' in kept) throw new Error(JSON.stringify(kept.fault.errors))
  return kept.id
}

describe('a session of supervision', () => {
  test('stands in the log with its case and its supervisor', async () => {
    const caseId = await keep(noor, 'case', treatment)
    await logged({ caseIds: [caseId], mode: 'group', supervisees: '3', minutes: 90 })
    const { sessions, totals } = await viewSupervision(noor, now)
    expect(sessions).toMatchObject([
      { supervisorName: 'Imre', caseCodes: [expect.any(String)], isCounted: true, body: { supervisees: 3 } },
    ])
    expect(totals).toEqual({ minutes: 90, countersignedMinutes: 0 })
  })

  test('from before its supervisor was approved is kept, and is said not to count', async () => {
    expect(await log({ on: '2026-05-31' })).toMatchObject({ id: expect.any(String), isCounted: false })
    expect(await log({ on: '2026-06-01' })).toMatchObject({ isCounted: true })
  })

  test('has nobody for a supervisor who was never approved, nor oneself', async () => {
    const stranger = await createAccount('Stranger', { roles: ['supervisor'] })
    for (const supervisorId of [stranger.id, noor.id, 'nobody', ''])
      expect(await log({ supervisorId })).toMatchObject({ fault: { errors: { supervisorId: [expect.any(String)] } } })
  })

  test('at the same time as another is refused, also when both are sent at once', async () => {
    const results = await Promise.all([log(), log({ startsAt: '10:30' })])
    expect(results.filter((result) => 'id' in result)).toHaveLength(1)
    expect(results.find((result) => 'fault' in result)).toMatchObject({
      fault: { errors: { startsAt: [expect.stringContaining('This overlaps with the session of 26 October 2026')] } },
    })
  })

  test('of a group whose number is missing or one is asked for it', async () => {
    for (const supervisees of ['', '1', 'three'])
      expect(await log({ mode: 'group', supervisees })).toMatchObject({
        fault: { errors: { supervisees: expect.anything() } },
      })
  })

  test('about somebody else’s case is refused', async () => {
    const caseId = await keep(await createAccount('Sol'), 'case', treatment)
    expect(await log({ caseIds: [caseId] })).toMatchObject({ fault: { errors: { caseIds: expect.anything() } } })
  })

  test('whose text may identify somebody is not kept until each place is answered for', async () => {
    const takenAway = 'Ring the father on 07700 900123 before Tuesday.'
    const asked = await log({ takenAway }, { takenAway })
    if (!('fault' in asked)) throw new Error('it was kept')
    const { questions = [], values } = asked.fault as { questions?: { digest: string }[]; values: object }
    expect(values).toEqual({ takenAway })
    expect(questions).toHaveLength(1)
    expect(await db().portfolioEntry.count()).toBe(0)

    const answers = Object.fromEntries(questions.map(({ digest }) => [`identifier.${digest}.reason`, 'invented']))
    const kept = await log({ takenAway }, answers)
    expect(kept).toHaveProperty('id')
    const [version] = await db().portfolioVersion.findMany()
    expect(version?.confirmed).toMatchObject([{ kind: 'phone', reason: 'invented' }])
    expect(JSON.stringify(version?.confirmed)).not.toContain('900123')

    // What was confirmed once is not asked again when something else is corrected.
    const id = 'id' in kept ? kept.id : ''
    const value = held({ takenAway, minutes: 45, seenVersion: 1 })
    expect(await correctSupervision(noor, id, { value, typed: {} }, now)).toMatchObject({ version: 2 })
  })

  test('is corrected with the clock of its first version', async () => {
    const id = await logged()
    const elsewhere = { ...noor, timeZone: 'America/New_York' }
    const value = held({ minutes: 45, seenVersion: 1 })
    expect(await correctSupervision(elsewhere, id, { value, typed: {} }, now)).toMatchObject({ version: 2 })
    expect((await viewSession(noor, id)).session.body).toMatchObject({ minutes: 45, timeZone: 'Europe/London' })
  })

  test('does not overlap with itself when it is moved by half an hour', async () => {
    const id = await logged()
    const value = held({ startsAt: '10:30', seenVersion: 1 })
    expect(await correctSupervision(noor, id, { value, typed: {} }, now)).toMatchObject({ version: 2 })
  })

  test('that was taken out makes room for another', async () => {
    await takeSupervisionOut(noor, await logged(), now)
    expect(await log()).toHaveProperty('id')
    await expect(takeSupervisionOut(imre, await firstId(), now)).rejects.toMatchObject({ status: 404 })
  })

  test('can be repeated a week later, or today where that lies ahead, with nothing taken away yet', async () => {
    await logged({ on: '2026-10-05', minutes: 90, mode: 'group', supervisees: '4' })
    const { initial } = await viewNewSupervision(noor, true, now)
    expect(initial).toMatchObject({
      on: '2026-10-12',
      startsAt: '10:00',
      minutes: '90',
      supervisees: '4',
      takenAway: '',
    })
    await logged({ on: '2026-10-28' })
    expect((await viewNewSupervision(noor, true, now)).initial).toMatchObject({ on: '2026-11-02' })
    expect((await viewNewSupervision(noor, false, now)).initial).toMatchObject({ on: '2026-11-02', startsAt: '' })
  })
})

const firstId = async () => (await db().portfolioEntry.findFirstOrThrow({ where: { removedAt: null } })).id
