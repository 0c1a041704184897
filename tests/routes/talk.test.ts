import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { createDoubleScript, type DoubleScript, markOf } from '#tests/support/double-scripts.ts'
import { createVignette } from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let noor: Actor
let script: DoubleScript

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  noor = await createAccount('Noorjahan')
  script = await createDoubleScript(await createVignette(), noor, [lena, tomas])
  const passage = { promptId: 'say', from: 0, to: 4, text: 'An open question.', criterionId: 'not-knowing' }
  const anchors = JSON.stringify([passage])
  await lockMark(lena, script.codes[0], { ...markOf({ notKnowing: 'not-rateable' }), anchors }, now)
})

const page = (at: 0 | 1) => `/marking/${script.codes[at]}/differences`
const lockSecond = () => lockMark(tomas, script.codes[1], markOf(), now)
const text = async (address: string, as: Actor) => (await ask(address, { as })).text()

test('there is no page of differences until both marks are locked', async () => {
  expect((await ask(page(0), { as: lena })).status).toBe(404)
  expect((await ask(page(0), { as: lena, form: { intent: 'third' } })).status).toBe(404)
  expect(await text(`/marking/${script.codes[0]}`, lena)).not.toContain('/differences')
  await lockSecond()
  expect((await ask(page(0), { as: lena })).status).toBe(200)
  expect(await text(`/marking/${script.codes[0]}`, lena)).toContain(page(0))
})

test('both markers see both marks with the comments at their passages, in three statements and without a name, a time or an id', async () => {
  await lockSecond()
  for (const [at, marker, other] of [
    [0, lena, tomas],
    [1, tomas, lena],
  ] as const) {
    const answer = await ask(page(at), { as: marker })
    expect(statementsOf(answer)).toBeLessThanOrEqual(3)
    const html = await answer.text()
    for (const words of [
      'Only one could rate it',
      'An open question.',
      'You ask, and you wait for the answer.',
      '<mark class="passage"',
    ])
      expect(html).toContain(words)
    const leaks = [
      other.name,
      other.email,
      other.id,
      noor.name,
      noor.email,
      noor.id,
      script.attemptId,
      script.codes[at === 0 ? 1 : 0],
    ]
    for (const bytes of [html, await text(`${page(at)}.data`, marker)])
      expect(leaks.filter((leak) => bytes.includes(leak))).toEqual([])
  }
})

test('a mark is proposed with plain forms: faults stand at their fields, what was typed stays, and the other accepts it', async () => {
  await lockSecond()
  const form = { ...markOf({ notKnowing: 5 }), intent: 'propose', note: 'As you saw it.' }
  const refused = await ask(page(0), { as: lena, form: { ...form, global: '9', overall: 'My own words here.' } })
  expect(refused.status).toBe(400)
  const html = await refused.text()
  expect(html).toContain('href="#global"')
  expect(html).toContain('My own words here.')

  expect((await ask(page(0), { as: lena, form })).headers.get('location')).toBe(page(0))
  expect(await text(page(1), tomas)).toContain('As you saw it.')
  const again = await ask(page(0), { as: lena, form })
  expect(again.status).toBe(409)
  expect(await again.text()).toContain('You have proposed a mark already.')

  await ask(page(1), { as: tomas, form: { intent: 'accepted', proposal: '1' } })
  expect(await db().finalMark.findMany()).toMatchObject([{ kind: 'agreed', decidedById: tomas.id }])
  expect(await text(page(0), lena)).toContain('The two markers agreed')
})

test('a declined proposal says why, and a third marker can be asked', async () => {
  await lockSecond()
  await ask(page(0), { as: lena, form: { ...markOf(), intent: 'propose' } })
  await ask(page(1), { as: tomas, form: { intent: 'declined', proposal: '1', note: 'It could be rated.' } })
  expect(await text(page(0), lena)).toContain('It could be rated.')
  await ask(page(0), { as: lena, form: { intent: 'third' } })
  expect(await text(page(1), tomas)).toContain('With a third marker')
})
