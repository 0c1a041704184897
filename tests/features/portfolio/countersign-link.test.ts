import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { findOwnEntry } from '#app/db/portfolio.server.ts'
import { deleteOldLinks } from '#app/db/supervisor-links.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { standingOf } from '#app/domain/portfolio/countersigning.ts'
import { answerRequests, type GivenAnswer } from '#app/features/portfolio/answer-requests.server.ts'
import { withdrawRequest } from '#app/features/portfolio/ask-countersign.server.ts'
import { answerByLink, sendSigningCode, viewLink } from '#app/features/portfolio/countersign-link.server.ts'
import { tellSupervisor, tellUntoldSupervisors } from '#app/features/portfolio/tell-supervisor.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import {
  askedSession,
  correctSession,
  createSupervisor,
  mailedCode,
  mailedLink,
  sessionWith,
} from '#tests/support/supervision.ts'

let noor: Actor
let vera: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  vera = await createSupervisor('Vera', { isOutside: true })
})

const asked = (actor: Actor | null = null, at = now) => ({ actor, requestId: 'test', now: at })
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const signed = (...ids: string[]): GivenAnswer[] => ids.map((id) => ({ id, answer: 'signed', reason: '' }))

/** One session before Vera, the link that she was mailed, and the code that she had sent. */
async function mailed() {
  const { entryId, requestId } = await askedSession(noor, vera)
  const secret = await mailedLink(vera)
  await sendSigningCode(secret, asked())
  return { entryId, requestId, secret, code: await mailedCode(vera) }
}

async function standings(secret: string, at = now) {
  const view = await viewLink(secret, null, at)
  return view.state === 'open' ? view.requests.map(standingOf) : view.state
}

describe('the mail to a supervisor', () => {
  test('comes once a day with all that waits, and what is asked after it stands in the next day’s', async () => {
    await askedSession(noor, vera)
    expect(await tellSupervisor(vera.id, now)).toBe('mailed')
    await askedSession(noor, vera, { on: '2026-10-12' })
    expect(await tellSupervisor(vera.id, later(2))).toBe('tomorrow')
    expect(await tellSupervisor(vera.id, later(24))).toBe('mailed')
    const mails = await db().notice.findMany({ where: { kind: 'countersigning' }, orderBy: { id: 'asc' } })
    expect(mails.map(({ params }) => params)).toEqual([
      { entries: 1, supervisees: 1, isAskedFor: false },
      { entries: 2, supervisees: 1, isAskedFor: false },
    ])
  })

  test('is written once when two workers come for it at the same moment', async () => {
    await askedSession(noor, vera)
    await Promise.all([1, 2, 3].map(() => tellSupervisor(vera.id, now)))
    expect(await db().notice.count({ where: { kind: 'countersigning' } })).toBe(1)
  })

  test('does not come when nothing waits any more', async () => {
    const { entryId } = await askedSession(noor, vera)
    await withdrawRequest(noor, entryId, now)
    expect(await tellSupervisor(vera.id, now)).toBe('nothing waits')
  })

  test('comes again when its link has expired and something still waits', async () => {
    await askedSession(noor, vera)
    await mailedLink(vera)
    await tellUntoldSupervisors(later(13 * 24))
    expect(await db().notice.count({ where: { kind: 'countersigning' } })).toBe(1)
    await tellUntoldSupervisors(later(14 * 24))
    expect(await db().notice.count({ where: { kind: 'countersigning' } })).toBe(2)
  })

  test('carries a link and a code that stand nowhere else', async () => {
    const { secret, code } = await mailed()
    expect(secret).toMatch(/^[a-z2-7]{32}$/)
    const kept = [await db().supervisorLink.findMany(), await db().notice.findMany(), await db().auditEntry.findMany()]
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(JSON.stringify(kept)).not.toContain(code)
  })
})

describe('a personal link', () => {
  test('shows what waits and changes nothing, however often it is opened', async () => {
    await askedSession(noor, vera)
    const secret = await mailedLink(vera)
    const before = await db().supervisorLink.findMany()
    for (const _ of [1, 2, 3]) expect(await standings(secret)).toEqual(['waiting'])
    expect(await db().supervisorLink.findMany()).toEqual(before)
    expect(await db().countersigning.count({ where: { answer: null } })).toBe(1)
  })

  test('signs with the code that is mailed on request, once', async () => {
    const { entryId, requestId, secret, code } = await mailed()
    const given = { code, answers: signed(requestId) }
    expect(await answerByLink(secret, given, asked())).toEqual({ answered: { signed: 1, returned: 0, refused: [] } })
    expect(await findOwnEntry(noor.id, entryId)).toMatchObject({ signature: 'signed', signedBy: vera.id })
    const [row] = await db().countersigning.findMany()
    expect(row).toMatchObject({ answeredVia: 'link' })
    expect(await standings(secret)).toEqual(['signed'])
    expect(await answerByLink(secret, given, asked())).toMatchObject({ refused: 'code' })
    expect(await db().supervisorLink.findFirst()).toMatchObject({ usedAt: now, codeHash: null })
  })

  test('takes no wrong code, and no right one after five wrong ones', async () => {
    const { requestId, secret, code } = await mailed()
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 5; tries++)
      expect(await answerByLink(secret, { code: wrong, answers: signed(requestId) }, asked())).toMatchObject({
        refused: 'code',
      })
    const right = { code, answers: signed(requestId) }
    expect(await answerByLink(secret, right, asked())).toMatchObject({ refused: 'code' })
    await sendSigningCode(secret, asked())
    const fresh = { code: await mailedCode(vera), answers: signed(requestId) }
    expect(await answerByLink(secret, fresh, asked())).toMatchObject({ answered: { signed: 1 } })
  })

  test('takes a code for a quarter of an hour, with spaces as people type them', async () => {
    const { requestId, secret, code } = await mailed()
    const spaced = { code: ` ${code.slice(0, 3)} ${code.slice(3)} `, answers: signed(requestId) }
    expect(await answerByLink(secret, spaced, asked(null, later(0.25)))).toMatchObject({ refused: 'code' })
    expect(await answerByLink(secret, spaced, asked(null, later(0.24)))).toMatchObject({ answered: { signed: 1 } })
  })

  test('needs no code from its supervisor who is signed in', async () => {
    const { requestId, secret } = await mailed()
    const given = { code: '', answers: signed(requestId) }
    expect(await answerByLink(secret, given, asked(vera))).toMatchObject({ answered: { signed: 1 } })
    expect(await db().countersigning.findFirst()).toMatchObject({ answeredVia: 'account' })
  })

  test('shows and takes nothing from somebody else who is signed in', async () => {
    const { requestId, secret, code } = await mailed()
    const kerstin = await createSupervisor('Kerstin')
    expect(await viewLink(secret, kerstin, now)).toEqual({ state: 'other-person', signedInAs: 'Kerstin' })
    expect(await sendSigningCode(secret, asked(kerstin))).toBe(false)
    const given = { code, answers: signed(requestId) }
    expect(await answerByLink(secret, given, asked(kerstin))).toMatchObject({ refused: 'link' })
  })

  test('works for 14 days', async () => {
    const { requestId, secret, code } = await mailed()
    const over = later(14 * 24)
    expect(await standings(secret, new Date(over.getTime() - 1))).toEqual(['waiting'])
    expect(await viewLink(secret, null, over)).toMatchObject({ state: 'expired', expiredAt: over })
    expect(await sendSigningCode(secret, asked(null, over))).toBe(false)
    const given = { code, answers: signed(requestId) }
    expect(await answerByLink(secret, given, asked(null, over))).toMatchObject({ refused: 'link' })
  })

  test('is swept away two months after it has expired', async () => {
    await mailed()
    expect(await deleteOldLinks(later(73 * 24))).toBe(0)
    expect(await deleteOldLinks(later(74 * 24))).toBe(1)
  })

  test('of somebody who is no supervisor any more opens nothing', async () => {
    const { secret } = await mailed()
    await db().roleGrant.updateMany({ where: { userId: vera.id }, data: { endsAt: now } })
    expect(await viewLink(secret, null, now)).toEqual({ state: 'unknown' })
    expect(await viewLink('a'.repeat(32), null, now)).toEqual({ state: 'unknown' })
  })

  test('is good for what it was mailed for, and for nothing else of the same supervisor', async () => {
    const { secret, code } = await mailed()
    const { requestId: another } = await askedSession(noor, vera, { on: '2026-10-12' })
    expect(await standings(secret)).toEqual(['waiting'])
    await expect(answerByLink(secret, { code, answers: signed(another) }, asked())).rejects.toMatchObject({
      status: 404,
    })
  })

  test('shows an entry that was corrected since as changed, and does not sign it', async () => {
    const { entryId, requestId, secret, code } = await mailed()
    await correctSession(noor, entryId, sessionWith(vera.id, { minutes: 90 }))
    expect(await standings(secret)).toEqual(['changed'])
    const given = { code, answers: signed(requestId) }
    expect(await answerByLink(secret, given, asked())).toMatchObject({
      answered: { signed: 0, refused: [{ because: expect.stringContaining('corrected meanwhile') }] },
    })
  })

  test('and an account that sign at the same moment sign once', async () => {
    for (let round = 0; round < 5; round++) {
      const day = `2026-10-${15 + round}`
      const { requestId } = await askedSession(noor, vera, { on: day })
      const at = later(round * 24)
      const secret = await mailedLink(vera, at)
      await sendSigningCode(secret, asked(null, at))
      const code = await mailedCode(vera, at)
      const [byLink, byAccount] = await Promise.all([
        answerByLink(secret, { code, answers: signed(requestId) }, asked(null, at)),
        answerRequests(vera, signed(requestId), at),
      ])
      const linkSigned = 'answered' in byLink ? byLink.answered.signed : 0
      expect(linkSigned + byAccount.signed).toBe(1)
    }
    expect((await auditedActions()).filter((action) => action === 'countersigning.signed')).toHaveLength(5)
  })

  test('used twice at once with the same code answers once', async () => {
    const { requestId, secret, code } = await mailed()
    const given = { code, answers: signed(requestId) }
    const results = await Promise.all([1, 2, 3].map(() => answerByLink(secret, given, asked())))
    expect(results.filter((result) => 'answered' in result && result.answered.signed === 1)).toHaveLength(1)
    expect(results.filter((result) => 'refused' in result)).toHaveLength(2)
  })
})
