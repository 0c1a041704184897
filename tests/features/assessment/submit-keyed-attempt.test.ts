import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { keyedField } from '#app/domain/keyed/answer-fields.ts'
import type { CodingKey } from '#app/domain/keyed/key.ts'
import type { Actor } from '#app/domain/people.ts'
import { settings } from '#app/env.server.ts'
import { saveAnswers } from '#app/features/assessment/save-answers.server.ts'
import { submitAttempt } from '#app/features/assessment/submit-attempt.server.ts'
import { viewAnswerPage } from '#app/features/assessment/view-answer-page.server.ts'
import { viewAttempt } from '#app/features/assessment/view-attempt.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import {
  beginKeyed,
  care,
  codingFields,
  codingOf,
  concordanceOf,
  formedConsensus,
  judgementOf,
  like,
  type OfferedKeyed,
  offerKeyed,
} from '#tests/support/keyed.ts'
import { publishVersion } from '#tests/support/published.ts'

const { isProduction } = settings()
afterEach(() => Object.assign(settings(), { isProduction }))

let ada: Actor
let vignette: OfferedKeyed
let attemptId: string

async function offer(body: Parameters<typeof offerKeyed>[0]) {
  vignette = await offerKeyed(body)
  attemptId = await beginKeyed(vignette, ada)
}

beforeEach(async () => {
  ada = await createAccount('Ada')
})

const submit = (fields: Record<string, string>, draftVersion = 0) =>
  submitAttempt(ada, vignette.slug, { attemptId, draftVersion, fields }, now)
const stored = () =>
  db().attempt.findUniqueOrThrow({ where: { id: attemptId }, include: { score: true, allocations: true } })
const view = async () => {
  const page = await viewAttempt(ada, { slug: vignette.slug, number: 1 })
  if (page === 'open' || page.form !== 'keyed') throw new Error('no answer that a key scored')
  return page
}
const draftOf = (passages: object[], baseVersion = 0) =>
  keepDraft(
    ada,
    {
      ...{ kind: 'answer', subject: attemptId, baseVersion, writer: randomUUID(), revision: 1 },
      body: { kind: 'annotate', passages } as never,
    },
    now,
  )

async function expectNothingChanged() {
  expect(await stored()).toMatchObject({ state: 'open', answers: null, score: null })
  expect(await auditedActions()).not.toContain('attempt.submitted')
}

describe('a coding', () => {
  beforeEach(() => offer(codingOf()))

  it('is frozen, scored and released at once, without a marker and without a pass', async () => {
    await draftOf([care])
    expect(await submit(codingFields(care), 1)).toEqual({ number: 1 })
    expect(await stored()).toMatchObject({
      state: 'released',
      submittedAt: now,
      releasedAt: now,
      hasPassed: null,
      answers: { kind: 'annotate', passages: [care] },
      allocations: [],
      score: { share: expect.closeTo(2 / 3, 9), provenance: 'demo', consensusId: null },
    })
    expect(await db().draft.count()).toBe(0)
    expect(await auditedActions()).toEqual(expect.arrayContaining(['attempt.opened', 'attempt.submitted']))
    expect(await mailsFor(ada.email)).toEqual([])
  })

  it('twice, and from many windows at the same instant, is scored once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => submit(codingFields(care))))
    expect(outcomes).toEqual(outcomes.map(() => ({ number: 1 })))
    expect(await submit(codingFields(like))).toEqual({ number: 1 })
    expect(await db().score.count()).toBe(1)
    expect((await stored()).answers).toMatchObject({ passages: [care] })
  })

  it('of nothing, or outside of the text, is refused beside the text and changes nothing', async () => {
    expect(await submit(codingFields())).toMatchObject({
      refused: { form: 'keyed', errors: { coding: 'Code at least one passage.' }, typed: { passages: [] } },
    })
    expect(await submit(codingFields({ ...care, to: 40 }))).toMatchObject({
      refused: { errors: { coding: expect.stringContaining('outside of its turn') } },
    })
    await expectNothingChanged()
  })

  it('sent before the page was ready leaves what was saved as it is', async () => {
    await draftOf([care])
    const outcome = await submit({}, 1)
    expect(outcome).toMatchObject({ refused: { typed: null, errors: { coding: expect.any(String) } } })
    expect(await db().draft.findFirstOrThrow()).toMatchObject({ body: { passages: [care] } })
    await expectNothingChanged()
  })

  it('is not handed in over a version from another window', async () => {
    await draftOf([like])
    expect(await submit(codingFields(care), 0)).toMatchObject({
      refused: { newer: { version: 1, body: { passages: [like] } }, typed: { passages: [care] } },
    })
    await expectNothingChanged()
  })

  it('is saved for later from a page without scripts', async () => {
    const fields = { [keyedField.way]: 'sentences', 'code-1-2': 'equivalence', 'code-2-1': '' }
    expect(await saveAnswers(ada, vignette.slug, { attemptId, draftVersion: 0, fields }, now)).toBeNull()
    const page = await viewAnswerPage(ada, vignette.slug, now)
    expect(page).toMatchObject({ form: 'keyed', keyed: { draft: { version: 1, body: { passages: [care] } } } })
  })

  it('is shown before it is handed in without anything of the key', async () => {
    const page = JSON.stringify(await viewAnswerPage(ada, vignette.slug, now))
    expect(page).toContain('You do not care!')
    for (const secret of ['"coding"', 'A mind is *known', 'It is asked', 'discussion'])
      expect(page).not.toContain(`${secret}`)
  })

  it('is shown beside the key with its reasons, and with the discussion', async () => {
    await submit(codingFields(care))
    const { keyed, discussionHtml } = await view()
    expect(discussionHtml).toContain('The model discussion.')
    expect(keyed.comparison).toMatchObject({
      kind: 'annotate',
      recall: { value: 0.5 },
      own: [{ ...care, standing: 'agreed' }],
      key: [
        { ...care, standing: 'agreed', reasons: [{ html: 'A mind is <em>known</em>.' }] },
        { ...like, standing: 'alone' },
      ],
    })
  })
})

describe('the key', () => {
  const panelKey: CodingKey = { kind: 'annotate', passages: [{ ...like, because: ['It asks <b>.'] }] }
  beforeEach(() => offer(codingOf()))

  it('is the newest consensus of a panel on the attempt’s own version, whose reasons are text', async () => {
    const lead = await createAccount('Lena', { roles: ['training_lead'] })
    await formedConsensus(vignette, lead, { kind: 'annotate', passages: [] }, new Date(now.getTime() - 1_000))
    const consensusId = await formedConsensus(vignette, lead, panelKey)
    await submit(codingFields(like))
    expect((await stored()).score).toMatchObject({ share: 1, consensusId, provenance: { panel: 'Leeds', members: 3 } })
    expect((await view()).keyed.comparison).toMatchObject({ key: [{ ...like, reasons: [{ text: 'It asks <b>.' }] }] })
  })

  it('of a score stays what it was when the panel forms another', async () => {
    await submit(codingFields(care))
    const lead = await createAccount('Lena', { roles: ['training_lead'] })
    await formedConsensus(vignette, lead, panelKey)
    expect((await view()).keyed).toMatchObject({ provenance: 'demo', comparison: { key: [care, like] } })
  })

  it('is not that of a panel on another version', async () => {
    const lead = await createAccount('Lena', { roles: ['training_lead'] })
    const versionId = await publishVersion(vignette.id, vignette.body)
    await formedConsensus({ id: vignette.id, versionId }, lead, panelKey)
    await submit(codingFields(care))
    expect((await stored()).score).toMatchObject({ consensusId: null, provenance: 'demo' })
  })

  it('that is a demonstration gives no score in production, and is compared all the same', async () => {
    Object.assign(settings(), { isProduction: true })
    await submit(codingFields(care, like))
    expect((await stored()).score).toMatchObject({ share: null, provenance: 'demo' })
    expect((await view()).keyed).toMatchObject({ share: null, comparison: { f1: { value: 1 } } })
  })

  it('that is a panel’s scores in production', async () => {
    Object.assign(settings(), { isProduction: true })
    await formedConsensus(vignette, await createAccount('Lena', { roles: ['training_lead'] }), panelKey)
    await submit(codingFields(like))
    expect((await stored()).score?.share).toBe(1)
  })
})

describe('concordance items', () => {
  beforeEach(() => offer(concordanceOf()))

  it('are scored by the share of the panel', async () => {
    await submit({ 'item-one': '1', 'item-two': '0', 'item-three': '-2' })
    expect((await stored()).score?.share).toBeCloseTo((1 + 0.5 + 0) / 3, 9)
    expect((await view()).keyed.comparison).toMatchObject({
      items: [
        { id: 'one', answer: 1, credit: { value: 1 }, counts: { '1': 4 }, reasons: [{ html: 'The reason for one.' }] },
        { id: 'two', credit: { value: 0.5 } },
        { id: 'three', credit: { value: 0 } },
      ],
    })
  })

  it('without an answer each have a sentence, and what was chosen is kept', async () => {
    expect(await submit({ 'item-two': '0' })).toMatchObject({
      refused: {
        errors: { 'item-one': expect.any(String), 'item-three': expect.any(String) },
        typed: { shifts: { two: 0 } },
      },
    })
    await expectNothingChanged()
  })
})

describe('judgement items', () => {
  beforeEach(() => offer(judgementOf()))
  const place = (id: string, at: number) => ({ [keyedField.place('order', id)]: String(at) })
  const order = (a: number, b: number, c: number) => ({ ...place('a', a), ...place('b', b), ...place('c', c) })
  const pick = (...ids: string[]) => Object.fromEntries(ids.map((id) => [keyedField.choice('pick', id), 'on']))

  it('are scored by places and credits', async () => {
    await submit({ ...order(3, 2, 1), ...pick('a', 'c') })
    expect((await stored()).score?.share).toBeCloseTo((0 + 0.6) / 2, 9)
    expect((await view()).keyed.comparison).toMatchObject({
      items: [
        {
          id: 'order',
          mode: 'rank',
          options: [{ id: 'a', own: 3, panel: 1 }, { id: 'b' }, { id: 'c', own: 1, panel: 3 }],
        },
        {
          id: 'pick',
          mode: 'choose',
          options: expect.arrayContaining([expect.objectContaining({ id: 'c', isChosen: true, credit: 0.1 })]),
        },
      ],
    })
  })

  it('with a place given twice or too many chosen are refused beside the item', async () => {
    expect(await submit({ ...order(1, 1, 2), ...pick('a', 'b', 'c') })).toMatchObject({
      refused: {
        errors: {
          'item-order': 'Place 1 is given twice. Give each place to one option.',
          'item-pick': 'Choose 2 options: you have chosen 3.',
        },
      },
    })
    await expectNothingChanged()
  })
})
