import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/people.ts'
import { bankForm, bankOf, changeBank, viewBank } from '#app/features/marking/comment-bank.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { publish, rubricOf } from '#tests/support/published.ts'

const rubric = rubricOf()
const text = 'You ask twice before you explain once, which is the order that [name] needed.'

let lena: Actor
let tomas: Actor

beforeEach(async () => {
  await publish('rubric', rubric)
  ;[lena, tomas] = [await lead('Lena'), await lead('Tomas')]
})

const lead = (name: string) => createAccount(name, { roles: ['training_lead'] })
const keep = (actor: Actor, given: object = {}) =>
  changeBank(
    actor,
    bankForm.parse({ intent: 'keep', rubric: rubric.slug, criterion: 'not-knowing', text, ...given }),
    now,
  )
const own = async (actor: Actor) => bankOf(actor, rubric.slug)

describe('a comment that is kept', () => {
  test('stands in the own bank only, unless it is shared', async () => {
    await keep(lena)
    expect(await own(lena)).toMatchObject([{ text, isOwn: true, isShared: false }])
    expect(await own(tomas)).toEqual([])
    await keep(lena, { text: `${text} Good.`, shared: 'on', criterion: 'overall' })
    expect(await own(tomas)).toMatchObject([{ criterionId: 'overall', isOwn: false, isShared: true }])
  })

  test('is kept once, however often it is sent', async () => {
    await keep(lena)
    await keep(lena)
    expect(await own(lena)).toHaveLength(1)
  })

  test('is shown under its criterion', async () => {
    await keep(lena)
    const bank = await viewBank(lena, undefined)
    expect(bank?.groups.map(({ id, comments }) => [id, comments.length])).toEqual([
      ['not-knowing', 1],
      ['overall', 0],
    ])
  })

  test('is changed and deleted by whoever keeps it, and by nobody else', async () => {
    await keep(lena, { shared: 'on' })
    const [{ id } = { id: '' }] = await own(lena)
    const change = bankForm.parse({ intent: 'change', id, text: `${text} Good.` })
    await expect(changeBank(tomas, change, now)).rejects.toMatchObject({ status: 404 })
    await expect(changeBank(tomas, { intent: 'delete', id }, now)).rejects.toMatchObject({ status: 404 })
    await changeBank(lena, change, now)
    expect(await own(lena)).toMatchObject([{ text: `${text} Good.`, isShared: false }])
    await changeBank(lena, { intent: 'delete', id }, now)
    expect(await own(lena)).toEqual([])
  })

  test('is about a criterion that the rubric has', async () => {
    await expect(keep(lena, { criterion: 'charm' })).rejects.toMatchObject({ status: 404 })
    await expect(keep(lena, { rubric: 'no-such' })).rejects.toMatchObject({ status: 404 })
    expect(bankForm.safeParse({ intent: 'keep', rubric: rubric.slug, criterion: 'overall', text: 'Ok' }).success).toBe(
      false,
    )
  })
})
