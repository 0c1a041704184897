import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { viewWork } from '#app/features/credentials/desk/view-work.server.ts'
import { claimScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { releaseMarks } from '#app/features/marking/release-marks.server.ts'
import { decideAppeal, takeAppeal } from '#app/features/review/decide-appeal.server.ts'
import { lodgeAppeal, viewOwnAppeal } from '#app/features/review/lodge-appeal.server.ts'
import { readAppeal, readAppeals } from '#app/features/review/read-appeals.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import { createScript, createVignette, type PublishedVignette, passingMark } from '#tests/support/scripts.ts'

const statement = 'The marker wrote that I never asked a question. There are two in the first paragraph of my answer.'
const reasons =
  'I read the answer beside the marks. The comment overlooks both questions, so the mark does not rest on what was written.'

let noor: Actor
let lena: Actor
let tomas: Actor
let mira: Actor
let vignette: PublishedVignette
let attempt: { slug: string; number: number }

beforeEach(async () => {
  noor = await createAccount('Noor')
  ;[lena, tomas, mira] = [await lead('Lena'), await lead('Tomas'), await lead('Mira')]
  vignette = await createVignette()
  attempt = { slug: vignette.slug, number: 1 }
  const { code } = await createScript(vignette, noor)
  await claimScript(lena, code, now)
  await lockMark(lena, code, passingMark, now)
  await releaseMarks(tomas, [code], now)
})

const lead = (name: string) => createAccount(name, { roles: ['training_lead'] })
const lodge = (actor = noor, at = now) => lodgeAppeal(actor, attempt, { ground: 'procedure', statement }, at)
const appealId = async () => (await db().appeal.findFirstOrThrow()).id
const decide = async (actor: Actor, outcome: 'upheld' | 'not_upheld') => {
  const id = await appealId()
  await takeAppeal(actor, id, now)
  return decideAppeal(actor, id, { outcome, reasons }, now)
}

describe('an appeal', () => {
  test('goes to those who had no part in the marking, and to nobody else', async () => {
    const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
    expect(await lodge()).toBeNull()
    for (const [person, count] of [
      [lena, 0],
      [tomas, 0],
      [mira, 1],
      [grace, 1],
    ] as const) {
      expect((await mailsFor(person.email)).filter((kind) => kind === 'appeal-lodged')).toHaveLength(count)
      expect((await readAppeals(person, 1)).appeals).toHaveLength(count)
    }
    for (const involved of [lena, tomas])
      await expect(readAppeal(involved, await appealId())).rejects.toMatchObject({ status: 404 })
    const gus = await createAccount('Gus', { roles: ['accreditation_staff'] })
    const work = (officer: Actor) => viewWork(officer, now)
    expect(await work(gus)).toEqual([{ kind: 'mark-appeals', count: 1, oldest: now, href: '/appeals' }])
    await takeAppeal(grace, await appealId(), now)
    expect([await work(grace), await work(gus)]).toMatchObject([[{ kind: 'mark-appeals' }], []])
  })

  test('is decided by somebody uninvolved who took it on, once, with reasons that the trainee reads', async () => {
    const isKept = await writeInto(noor, 'appeal', `${attempt.slug}.1`)
    await lodge()
    expect(await isKept()).toBe(false)
    const isDecisionKept = await writeInto(mira, 'appeal-decision', await appealId())
    expect(await decideAppeal(mira, await appealId(), { outcome: 'upheld', reasons }, now)).toMatch(
      /Take this appeal on/,
    )
    expect(await isDecisionKept()).toBe(true)
    expect(await decide(mira, 'not_upheld')).toBeNull()
    expect(await isDecisionKept()).toBe(false)
    expect(await decide(mira, 'upheld')).toMatch(/decided already/)
    expect((await viewOwnAppeal(noor, attempt, now)).appeals).toMatchObject([{ outcome: 'not_upheld', reasons }])
    expect(await mailsFor(noor.email)).toContain('appeal-decided')
    expect(await auditedActions()).toEqual(expect.arrayContaining(['appeal.lodged', 'appeal.taken', 'appeal.decided']))
  })

  test('cannot be decided by somebody who marked, released or wrote the answer', async () => {
    await lodge()
    for (const involved of [lena, tomas, noor])
      await expect(takeAppeal(involved, await appealId(), now)).rejects.toMatchObject({ status: 404 })
  })

  test('that is upheld has the answer marked again by somebody who had no part in it, and keeps what was given', async () => {
    await lodge()
    await decide(mira, 'upheld')
    const [again] = await db().allocation.findMany({ where: { purpose: 'again' } })
    expect(again).toMatchObject({ state: 'waiting', markerId: null })
    expect(await db().attempt.findFirst()).toMatchObject({ state: 'submitted', hasPassed: null })
    expect(await db().finalMark.count()).toBe(1)
    expect(await db().mark.count()).toBe(1)
  })

  test('names neither the trainee nor a marker to whoever decides', async () => {
    await lodge()
    const shown = JSON.stringify([await readAppeals(mira, 1), await readAppeal(mira, await appealId())])
    for (const person of [noor, lena, tomas])
      for (const trace of [person.name, person.email, person.id]) expect(shown).not.toContain(trace)
  })

  test.each([1, 2, 3])(
    'is one for each attempt, also when it is sent many times at the same instant (%i)',
    async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => lodge()))
      expect(answers.filter((because) => because === null)).toHaveLength(1)
      expect(await db().appeal.count()).toBe(1)
    },
  )

  test('is with one person when two take it on at the same instant', async () => {
    const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
    await lodge()
    const id = await appealId()
    const answers = await Promise.all([takeAppeal(mira, id, now), takeAppeal(grace, id, now)])
    expect(answers.filter((because) => because === null)).toHaveLength(1)
  })

  test('is not made after ten working days, nor about somebody else’s attempt', async () => {
    expect(await lodge(noor, new Date('2026-11-17T00:00:00Z'))).toMatch(/have passed/)
    await expect(lodge(await createAccount('Ada'))).rejects.toMatchObject({ status: 404 })
    expect(await db().appeal.count()).toBe(0)
  })
})
