import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { answerProposal, sendToThirdMarker } from '#app/features/marking/answer-proposal.server.ts'
import { claimNextScript } from '#app/features/marking/claim-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { proposeMark } from '#app/features/marking/propose-mark.server.ts'
import { viewDifferences } from '#app/features/marking/view-differences.server.ts'
import { viewQueue } from '#app/features/marking/view-queue.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { createDoubleScript, type DoubleScript, markOf } from '#tests/support/double-scripts.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import { createVignette } from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let mira: Actor
let script: DoubleScript

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  mira = await createAccount('Mira', { roles: ['training_lead'] })
  script = await createDoubleScript(await createVignette(), await createAccount('Noor'), [lena, tomas])
})

/** Lena could not rate what Tomas could. */
async function openTalk() {
  await lockMark(lena, script.codes[0], { ...markOf({ notKnowing: 'not-rateable' }), overall: 'Lena’s words.' }, now)
  await lockMark(tomas, script.codes[1], { ...markOf(), overall: 'Tomas’s words.' }, now)
}

const propose = (by: Actor, code: string, fields = markOf(), note = '') => proposeMark(by, { code, fields, note }, now)
const lenaProposes = (fields = markOf(), note = '') => propose(lena, script.codes[0], fields, note)
const tomasAnswers = (answer: 'accepted' | 'declined', number = 1, note = '') =>
  answerProposal(tomas, { code: script.codes[1], number, answer, note }, now)
const talksOf = async (marker: Actor) => (await viewQueue(marker, { page: 1 })).talks
const finals = () => db().finalMark.findMany({ where: { attemptId: script.attemptId } })
const proposals = () => db().markProposal.findMany({ orderBy: { id: 'asc' } })
const adjudications = () => db().allocation.count({ where: { purpose: 'adjudication' } })

describe('the differences', () => {
  test('are nobody’s to see until both marks are locked, nor anybody else’s after', async () => {
    await lockMark(lena, script.codes[0], markOf(), now)
    await expect(viewDifferences(lena, script.codes[0])).rejects.toMatchObject({ status: 404 })
    await expect(viewDifferences(tomas, script.codes[1])).rejects.toMatchObject({ status: 404 })
    await expect(lenaProposes()).rejects.toMatchObject({ status: 404 })
    await lockMark(tomas, script.codes[1], markOf({ global: 6 }), now)
    await expect(viewDifferences(mira, script.codes[0])).rejects.toMatchObject({ status: 404 })
    await expect(viewDifferences(lena, script.codes[1])).rejects.toMatchObject({ status: 404 })
  })

  test('show each marker their own mark first, and the other’s without a name', async () => {
    await openTalk()
    const view = await viewDifferences(tomas, script.codes[1])
    expect(view).toMatchObject({
      isAdjudicator: false,
      isTalkOpen: true,
      names: ['Yours', 'The other marker'],
      marks: [{ comment: 'Tomas’s words.' }, { comment: 'Lena’s words.' }],
    })
    expect(view.differences.levels.filter(({ apart }) => apart !== 0)).toEqual([
      { id: 'not-knowing', title: 'Not knowing', levels: [5, null], apart: null },
    ])
    expect(JSON.stringify(view)).not.toMatch(new RegExp(`${lena.id}|${lena.name}\\b(?!’s words)|Noor`))
  })

  test('show a third marker both marks before they decide, and not whose they are', async () => {
    await openTalk()
    await sendToThirdMarker(lena, script.codes[0], now)
    const claim = await claimNextScript(mira, undefined, now)
    const view = await viewDifferences(mira, 'code' in claim ? claim.code : '')
    expect(view).toMatchObject({ isAdjudicator: true, names: ['First mark', 'Second mark'], isTalkOpen: false })
    expect(view.marks.map(({ comment }) => comment)).toEqual(['Lena’s words.', 'Tomas’s words.'])
    await expect(propose(mira, view.code)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a talk', () => {
  test('stands beside the queue of both, and who is to do something', async () => {
    await openTalk()
    expect(await talksOf(lena)).toEqual([
      { code: script.codes[0], vignetteTitle: expect.any(String), waitsFor: 'either' },
    ])
    await lenaProposes()
    expect([await talksOf(lena), await talksOf(tomas), await talksOf(mira)]).toMatchObject([
      [{ waitsFor: 'other' }],
      [{ code: script.codes[1], waitsFor: 'you' }],
      [],
    ])
    await tomasAnswers('accepted')
    expect([await talksOf(lena), await talksOf(tomas)]).toEqual([[], []])
  })

  test('tells the other marker of its opening and of each answer, and each under their own code', async () => {
    await openTalk()
    await lenaProposes()
    await tomasAnswers('declined', 1, 'I could rate it.')
    expect([await mailsFor(lena.email), await mailsFor(tomas.email)]).toEqual([
      ['talk-opened', 'talk-answered'],
      ['talk-answered'],
    ])
    const { params } = await db().notice.findFirstOrThrow({ where: { userId: tomas.id } })
    expect(params).toMatchObject({ path: `/marking/${script.codes[1]}/differences` })
  })
})

describe('a mark that is proposed', () => {
  beforeEach(openTalk)

  test('is final once the other accepts it, and rests on both marks', async () => {
    const isKept = await writeInto(lena, 'proposal', script.codes[0])
    expect(await lenaProposes(markOf({ notKnowing: 4 }), 'As you saw it.')).toHaveProperty('done')
    expect(await isKept()).toBe(false)
    expect(await tomasAnswers('accepted')).toHaveProperty('done')
    const [final] = await finals()
    expect(final).toMatchObject({
      kind: 'agreed',
      ratings: { 'not-knowing': { level: 4 } },
      decidedById: tomas.id,
      hasPassed: true,
    })
    expect(final?.markIds).toHaveLength(2)
    expect(await db().attempt.findFirst()).toMatchObject({ hasPassed: true, talkOpenedAt: null })
    expect(await lenaProposes()).toHaveProperty('refused')
    expect(await db().mark.count()).toBe(2)
  })

  test('passes or not by the rule of the rubric, also where both marks passed', async () => {
    await lenaProposes(markOf({ global: 3 }))
    await tomasAnswers('accepted')
    expect(await finals()).toMatchObject([{ hasPassed: false, globalLevel: 3 }])
  })

  test('can be declined with a word and not without one, and another one proposed', async () => {
    await lenaProposes()
    expect(await tomasAnswers('declined', 1, '  ')).toHaveProperty('refused')
    expect(await tomasAnswers('declined', 1, 'It could be rated.')).toHaveProperty('done')
    expect(await propose(tomas, script.codes[1])).toHaveProperty('done')
    expect(await proposals()).toMatchObject([
      { answer: 'declined', answerNote: 'It could be rated.' },
      { answer: null },
    ])
  })

  test('can be taken back by whoever made it and answered by the other only', async () => {
    await lenaProposes()
    const lenaAnswers = (answer: 'accepted' | 'withdrawn') =>
      answerProposal(lena, { code: script.codes[0], number: 1, answer }, now)
    expect(await lenaAnswers('accepted')).toHaveProperty('refused')
    expect(await answerProposal(tomas, { code: script.codes[1], number: 1, answer: 'withdrawn' }, now)).toHaveProperty(
      'refused',
    )
    expect(await lenaAnswers('withdrawn')).toHaveProperty('done')
    expect(await finals()).toEqual([])
  })

  test('is not accepted in place of the one that was seen', async () => {
    await lenaProposes()
    await answerProposal(lena, { code: script.codes[0], number: 1, answer: 'withdrawn' }, now)
    await lenaProposes(markOf({ global: 7 }))
    expect(await tomasAnswers('accepted', 1)).toHaveProperty('refused')
    expect(await tomasAnswers('accepted', 2)).toHaveProperty('done')
  })

  test('has to be complete, with every fault beside its field', async () => {
    const proposed = await lenaProposes({ ...markOf(), global: '', overall: '' }, 'x'.repeat(1_001))
    expect(Object.keys('faults' in proposed ? proposed.faults : {})).toEqual(['global', 'overall', 'note'])
    expect(await proposals()).toEqual([])
  })

  test('by both at the same instant is one, and the other is told', async () => {
    const both = await Promise.all([lenaProposes(), propose(tomas, script.codes[1]), lenaProposes()])
    expect(both.filter((one) => 'done' in one)).toHaveLength(1)
    expect(await proposals()).toHaveLength(1)
  })

  test('is accepted, declined, taken back or sent to a third marker at the same instant: one of these happens', async () => {
    await lenaProposes()
    const all = await Promise.all([
      tomasAnswers('accepted'),
      tomasAnswers('declined', 1, 'No.'),
      answerProposal(lena, { code: script.codes[0], number: 1, answer: 'withdrawn' }, now),
      tomasAnswers('accepted'),
      sendToThirdMarker(lena, script.codes[0], now),
      sendToThirdMarker(tomas, script.codes[1], now),
    ])
    const [proposal] = await proposals()
    expect(proposal?.answer).not.toBeNull()
    const isAgreed = proposal?.answer === 'accepted'
    expect([(await finals()).length, await adjudications()]).toEqual(isAgreed ? [1, 0] : [0, 1])
    // Declined or taken back, the talk goes on, and may then be sent to a third marker.
    expect(all.filter((one) => 'done' in one).length).toBeLessThanOrEqual(2)
  })
})

describe('a talk that goes to a third marker', () => {
  test('is over, what is proposed is taken back, and the third mark is final', async () => {
    await openTalk()
    await lenaProposes()
    expect(await sendToThirdMarker(tomas, script.codes[1], now)).toHaveProperty('done')
    expect(await proposals()).toMatchObject([{ answer: 'withdrawn', answeredById: tomas.id }])
    expect(await tomasAnswers('accepted')).toHaveProperty('refused')
    expect(await sendToThirdMarker(lena, script.codes[0], now)).toHaveProperty('refused')
    expect(await adjudications()).toBe(1)

    const claim = await claimNextScript(mira, undefined, now)
    await lockMark(mira, 'code' in claim ? claim.code : '', markOf({ global: 6 }), now)
    expect(await finals()).toMatchObject([{ kind: 'adjudicated', globalLevel: 6 }])
    expect((await viewDifferences(lena, script.codes[0])).final).toMatchObject({ kind: 'adjudicated', globalLevel: 6 })
  })

  test('ends when the trainee withdraws', async () => {
    await openTalk()
    await db().attempt.update({ where: { id: script.attemptId }, data: { state: 'withdrawn' } })
    expect(await lenaProposes()).toHaveProperty('refused')
    expect(await talksOf(lena)).toEqual([])
  })
})
