import { beforeEach, describe, expect, test } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { listWaitingRequests } from '#app/db/countersigning.server.ts'
import { findOwnEntry } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { answerRequests } from '#app/features/portfolio/answer-requests.server.ts'
import { askCountersign, withdrawRequest } from '#app/features/portfolio/ask-countersign.server.ts'
import { takeEntryOut } from '#app/features/portfolio/keep-entry.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { queuedJobs } from '#tests/support/job-queue.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import {
  askedSession,
  correctSession,
  createSupervisor,
  keep,
  nothingAgainst,
  requestsOf,
  sessionWith,
  treatment,
} from '#tests/support/supervision.ts'

let noor: Actor
let imre: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  imre = await createSupervisor('Imre')
})

const sign = (requestId: string, supervisor = imre) =>
  answerRequests(supervisor, [{ id: requestId, answer: 'signed', reason: '' }], now)

describe('to ask for a signature', () => {
  test('puts a session before the supervisor whom it names, frozen as it stands, and queues one mail', async () => {
    const { entryId } = await askedSession(noor, imre)
    await askedSession(noor, imre, { on: '2026-10-12' })
    const [entry] = await listWaitingRequests(imre.id)
    expect(entry).toMatchObject({ entryId, version: 1, ownerName: 'Noor', entry: { body: sessionWith(imre.id) } })
    expect(await findOwnEntry(noor.id, entryId)).toMatchObject({ signature: 'waiting', signedBy: imre.id })
    expect(await queuedJobs()).toEqual([`supervisor:${imre.id}`])
    expect(await auditedActions()).toContain('countersigning.asked')
  })

  test('for all that is new asks for every session, and for cases that have ended when a supervisor is chosen', async () => {
    await keep(noor, 'supervision', sessionWith(imre.id))
    await keep(noor, 'case', treatment)
    await keep(noor, 'case', { ...treatment, endedOn: null })
    expect(await askCountersign(noor, { entries: 'all-new' }, now)).toEqual({ asked: 1, refused: [] })
    const withCases = { entries: 'all-new', caseSupervisorId: imre.id } as const
    expect(await askCountersign(noor, withCases, now)).toEqual({ asked: 1, refused: [] })
    expect(await askCountersign(noor, withCases, now)).toEqual({ asked: 0, refused: [] })
  })

  test('is refused with the reason where the supervisor was not approved on the day, and the rest is asked', async () => {
    const early = await keep(noor, 'supervision', sessionWith(imre.id, { on: '2025-12-31' }))
    const good = await keep(noor, 'supervision', sessionWith(imre.id))
    const asked = await askCountersign(noor, { entries: [early, good] }, now)
    expect(asked).toMatchObject({
      asked: 1,
      refused: [{ entryId: early, because: expect.stringContaining('approved') }],
    })
  })

  test('goes to nobody who was never approved, and never to oneself', async () => {
    const stranger = await createAccount('Kerstin', { roles: ['supervisor'] })
    const one = await keep(noor, 'case', treatment)
    const wish = (caseSupervisorId: string) => ({ entries: [one], caseSupervisorId })
    expect(await askCountersign(noor, wish(stranger.id), now)).toMatchObject({ asked: 0 })
    expect(await askCountersign(noor, wish('nobody'), now)).toMatchObject({ asked: 0 })
    const both = await createSupervisor('Both')
    const own = await keep(both, 'case', treatment)
    const refused = await askCountersign(both, { entries: [own], caseSupervisorId: both.id }, now)
    expect(refused).toMatchObject({ asked: 0, refused: [{ because: expect.stringContaining('their own') }] })
  })

  test('for somebody else’s entry finds nothing there', async () => {
    const { entryId } = await askedSession(noor, imre)
    const sol = await createAccount('Sol')
    await expect(askCountersign(sol, { entries: [entryId] }, now)).rejects.toMatchObject({ status: 404 })
    await expect(withdrawRequest(sol, entryId, now)).rejects.toMatchObject({ status: 404 })
  })

  test('from two tabs at once asks once', async () => {
    const id = await keep(noor, 'supervision', sessionWith(imre.id))
    const asked = await Promise.all([1, 2].map(() => askCountersign(noor, { entries: [id] }, now)))
    expect(asked.reduce((sum, one) => sum + one.asked, 0)).toBe(1)
    expect(await requestsOf(id)).toHaveLength(1)
  })

  test('can be taken back until there is an answer', async () => {
    const { entryId, requestId } = await askedSession(noor, imre)
    expect(await withdrawRequest(noor, entryId, now)).toBe(true)
    expect(await withdrawRequest(noor, entryId, now)).toBe(false)
    expect(await sign(requestId)).toMatchObject({
      signed: 0,
      refused: [{ because: expect.stringContaining('not asked') }],
    })
    const again = await askCountersign(noor, { entries: [entryId] }, now)
    expect(again.asked).toBe(1)
  })
})

describe('a supervisor', () => {
  test('signs several at once, and the trainee is told once', async () => {
    const asked = [await askedSession(noor, imre), await askedSession(noor, imre, { on: '2026-10-12' })]
    const answers = asked.map(({ requestId: id }) => ({ id, answer: 'signed' as const, reason: '' }))
    const isKept = await writeInto(imre, 'countersigning', 'own')
    expect(await answerRequests(imre, answers, now)).toEqual({ signed: 2, returned: 0, refused: [] })
    expect(await isKept()).toBe(false)
    expect(await findOwnEntry(noor.id, asked[0]?.entryId ?? '')).toMatchObject({ signature: 'signed' })
    expect(await mailsFor(noor.email)).toEqual(['entries-countersigned'])
    expect((await auditedActions()).filter((action) => action === 'countersigning.signed')).toHaveLength(2)
  })

  test('who refuses or asks for a correction says why, and the reason stands at the entry', async () => {
    const { entryId, requestId } = await askedSession(noor, imre)
    const answer = { id: requestId, answer: 'correction-asked', reason: 'We met for 45 minutes.' } as const
    expect(await answerRequests(imre, [answer], now)).toMatchObject({ returned: 1 })
    const entry = await findOwnEntry(noor.id, entryId)
    expect(entry).toMatchObject({ signature: 'correction-asked', reason: 'We met for 45 minutes.' })
    expect(await mailsFor(noor.email)).toEqual(['entries-returned'])
    const [row] = await db().auditEntry.findMany({ where: { action: 'countersigning.returned' } })
    expect(JSON.stringify(row)).not.toContain('45 minutes')
  })

  test('answers nothing that is before somebody else', async () => {
    const { requestId } = await askedSession(noor, imre)
    await expect(sign(requestId, await createSupervisor('Kerstin'))).rejects.toMatchObject({ status: 404 })
  })

  test('whose approval was taken back meanwhile for the day cannot sign', async () => {
    const { requestId } = await askedSession(noor, imre)
    await db().supervisorApproval.updateMany({ data: { endsOn: new Date('2026-10-04') } })
    expect(await sign(requestId)).toMatchObject({
      signed: 0,
      refused: [{ because: expect.stringContaining('approved') }],
    })
  })

  test('signs an entry once, also from two tabs at once', async () => {
    const { requestId } = await askedSession(noor, imre)
    const results = await Promise.all([1, 2, 3].map(() => sign(requestId)))
    expect(results.reduce((sum, { signed }) => sum + signed, 0)).toBe(1)
    expect(results.flatMap(({ refused }) => refused.map(({ because }) => because))).toEqual([
      'You have signed this already.',
      'You have signed this already.',
    ])
    expect((await auditedActions()).filter((action) => action === 'countersigning.signed')).toHaveLength(1)
  })

  test('who signs many from two tabs in opposite order signs each once', async () => {
    const ids: string[] = []
    for (const day of ['05', '06', '07', '08', '09'])
      ids.push((await askedSession(noor, imre, { on: `2026-10-${day}` })).requestId)
    const signed = (order: string[]) =>
      answerRequests(
        imre,
        order.map((id) => ({ id, answer: 'signed', reason: '' }) as const),
        now,
      )
    const results = await Promise.all([signed(ids), signed([...ids].reverse())])
    expect(results.reduce((sum, one) => sum + one.signed, 0)).toBe(5)
  })
})

describe('a signature', () => {
  test('goes with the version that it was given for, visibly on both sides', async () => {
    const { entryId, requestId } = await askedSession(noor, imre)
    await sign(requestId)
    expect(await askCountersign(noor, { entries: [entryId] }, now)).toMatchObject({ asked: 0 })
    await correctSession(noor, entryId, sessionWith(imre.id, { minutes: 90 }))
    expect(await findOwnEntry(noor.id, entryId)).toMatchObject({ signature: 'none', isSignatureVoided: true })
    const [request] = await requestsOf(entryId)
    expect(request).toMatchObject({ answer: 'signed', voidedAt: now })
    expect(await askCountersign(noor, { entries: [entryId] }, now)).toMatchObject({ asked: 1 })
  })

  test('is never given to what the supervisor has not seen, when the trainee corrects at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const { entryId, requestId } = await askedSession(noor, imre, { on: `2026-10-${10 + round}` })
      const corrected = sessionWith(imre.id, { on: `2026-10-${10 + round}`, minutes: 90 })
      const [signed] = await Promise.all([sign(requestId), correctSession(noor, entryId, corrected)])
      const entry = await findOwnEntry(noor.id, entryId)
      expect(entry).toMatchObject({ version: 2, signature: 'none', isSignatureVoided: signed.signed === 1 })
      if (signed.signed === 0) expect(signed.refused).toMatchObject([{ because: expect.stringContaining('corrected') }])
    }
  })

  test('goes when the entry is taken out of the portfolio', async () => {
    const { entryId, requestId } = await askedSession(noor, imre)
    await sign(requestId)
    await takeEntryOut(noor, entryId, nothingAgainst, now)
    expect((await requestsOf(entryId))[0]).toMatchObject({ answer: 'signed', voidedAt: now })
  })

  test('cannot be changed afterwards, by nobody', async () => {
    const { requestId } = await askedSession(noor, imre)
    await sign(requestId)
    const change = { where: { id: requestId }, data: { answer: 'refused' as const } }
    await expect(transact((tx) => tx.countersigning.update(change))).rejects.toThrow()
  })
})
