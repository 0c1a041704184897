import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { db, transact } from '#app/db/client.server.ts'
import { keyInForce } from '#app/db/keys.server.ts'
import { EXPERTISE } from '#app/domain/keyed/panel-answer.ts'
import { markField } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { answerPanel } from '#app/features/panels/answer-panel.server.ts'
import { createPanel, panelSubjects } from '#app/features/panels/create-panel.server.ts'
import { formPanelConsensus } from '#app/features/panels/form-consensus.server.ts'
import { inviteMember, removeMember } from '#app/features/panels/invite-member.server.ts'
import { viewPanel, viewPanels } from '#app/features/panels/view-panel.server.ts'
import { viewSeat } from '#app/features/panels/view-seat.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import {
  beginKeyed,
  care,
  codingFields,
  codingOf,
  concordanceOf,
  like,
  type OfferedKeyed,
  offerKeyed,
} from '#tests/support/keyed.ts'
import { consensuses, inviteExperts, openPanel, seatFields } from '#tests/support/panels.ts'
import { publish, rubricOf, vignetteOf } from '#tests/support/published.ts'

let lena: Actor
let vignette: OfferedKeyed
let panelId: string

const afterClosing = new Date('2026-11-10T00:00:00Z')
const NOT_FOUND = expect.objectContaining({ status: 404 })

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  vignette = await offerKeyed(codingOf())
  panelId = await openPanel(lena, vignette.id)
})

const answer = (who: Actor, fields: Record<string, string>, draftVersion = 0, at = now) =>
  answerPanel(who, panelId, { draftVersion, fields }, at)
const code = (who: Actor, ...passages: (typeof care)[]) => answer(who, seatFields(codingFields(...passages)))
const form = (seen: string, at = now) => formPanelConsensus(lena, panelId, seen, at)
const seenNow = async () => (await viewPanel(lena, panelId, now)).preview?.seen ?? 'nothing'
const seat = async (who: Actor, at = now) => {
  const view = await viewSeat(who, panelId, at)
  if (view.form !== 'keyed') throw new Error('no vignette that a key scores')
  return view
}

describe('creating a panel', () => {
  it('offers vignettes that a key scores and benchmarks, and nothing that people mark', async () => {
    await publish('vignette', vignetteOf({ slug: 'written' }))
    await publish('benchmark', { slug: 'one', vignette: 'written' } as never)
    expect((await panelSubjects()).map(({ kind, title }) => [kind, title])).toEqual([
      ['annotate', 'A coding'],
      ['benchmark', 'A case, one'],
    ])
  })

  it('is refused for anything else, and for a day that has passed', async () => {
    const written = await publish('vignette', vignetteOf())
    expect(await createPanel(lena, { itemId: written.id, title: 'One', closesOn: '2026-12-01' }, now)).toMatchObject({
      fault: { field: 'item' },
    })
    expect(await createPanel(lena, { itemId: vignette.id, title: 'One', closesOn: '2026-11-01' }, now)).toMatchObject({
      fault: { field: 'closesOn' },
    })
    expect(await db().panel.count()).toBe(1)
  })

  it('fixes the version that its members judge', async () => {
    expect(await db().panel.findFirstOrThrow()).toMatchObject({
      contentVersionId: vignette.versionId,
      createdById: lena.id,
    })
    expect(await auditedActions()).toContain('panel.created')
  })
})

describe('inviting', () => {
  it('tells the person, once', async () => {
    const edith = await createAccount('Edith', { roles: [] })
    expect(await inviteMember(lena, panelId, edith.email, now)).toEqual({ isInvited: true })
    expect(await inviteMember(lena, panelId, edith.email, now)).toEqual({ refused: expect.stringContaining('already') })
    expect(await mailsFor(edith.email)).toEqual(['panel-invitation'])
    expect(await auditedActions()).toContain('panel.member-invited')
  })

  it('is refused for an address without an account, and for whoever has an attempt at the vignette', async () => {
    expect(await inviteMember(lena, panelId, 'nobody@people.example', now)).toEqual({
      refused: expect.stringContaining('No account'),
    })
    const ada = await createAccount('Ada')
    await beginKeyed(vignette, ada)
    expect(await inviteMember(lena, panelId, ada.email, now)).toEqual({
      refused: expect.stringContaining('has an attempt'),
    })
    expect(await db().panelMember.count()).toBe(0)
  })

  it('is refused once the panel has closed', async () => {
    const edith = await createAccount('Edith')
    expect(await inviteMember(lena, panelId, edith.email, afterClosing)).toEqual({ refused: 'This panel has closed.' })
  })

  it('is taken back only while the person has not answered', async () => {
    const [one, two] = await inviteExperts(lena, panelId, 2)
    if (!one || !two) throw new Error('nobody was invited')
    await code(one, care)
    const members = await db().panelMember.findMany()
    const idOf = ({ id }: Actor) => members.find(({ userId }) => userId === id)?.id ?? ''
    expect(await removeMember(lena, panelId, idOf(one), now)).toEqual({ isRemoved: false })
    expect(await removeMember(lena, panelId, idOf(two), now)).toEqual({ isRemoved: true })
    expect(await db().panelMember.count()).toBe(1)
  })
})

describe('whose a panel is', () => {
  it('is told by the lists of its lead and its members', async () => {
    const [expert] = await inviteExperts(lena, panelId, 1)
    const stranger = await createAccount('Stranger', { roles: ['training_lead'] })
    expect(await viewPanels(lena, now)).toMatchObject([
      { isLead: true, isMember: false, invited: 1, answered: 0, isOpen: true },
    ])
    expect(await viewPanels(expert ?? lena, now)).toMatchObject([
      { isLead: false, isMember: true, invited: null, answered: null },
    ])
    expect(await viewPanels(stranger, now)).toEqual([])
  })

  it('is hidden from everybody else', async () => {
    const [expert] = await inviteExperts(lena, panelId, 1)
    const other = await createAccount('Tomas', { roles: ['training_lead'] })
    for (const who of [other, expert ?? other]) {
      await expect(viewPanel(who, panelId, now)).rejects.toEqual(NOT_FOUND)
      await expect(inviteMember(who, panelId, other.email, now)).rejects.toEqual(NOT_FOUND)
      await expect(formPanelConsensus(who, panelId, '', now)).rejects.toEqual(NOT_FOUND)
    }
    for (const who of [other, lena]) {
      await expect(viewSeat(who, panelId, now)).rejects.toEqual(NOT_FOUND)
      await expect(code(who, care)).rejects.toEqual(NOT_FOUND)
    }
    await expect(viewPanel(lena, 'no id', now)).rejects.toEqual(NOT_FOUND)
  })
})

describe('answering', () => {
  let expert: Actor
  beforeEach(async () => {
    const [one] = await inviteExperts(lena, panelId, 1)
    if (one) expert = one
  })

  it('keeps what was answered, why, and what makes the person an expert', async () => {
    expect(await answer(expert, seatFields(codingFields(care), { 1: ' She knows it. ', 9: 'No such turn.' }))).toEqual({
      isAnswered: true,
    })
    expect(await db().panelMember.findFirstOrThrow()).toMatchObject({
      expertise: 'Twenty years of practice',
      answeredAt: now,
      answers: { answers: { kind: 'annotate', passages: [care] }, reasons: { 1: 'She knows it.' } },
    })
    expect(await seat(expert)).toMatchObject({ answeredAt: now, initial: { answers: { passages: [care] } } })
  })

  it('shows nothing of the key, of a consensus or of another member', async () => {
    const page = JSON.stringify(await seat(expert))
    expect(page).toContain('You do not care!')
    for (const secret of ['A mind is *known', 'It is asked', 'discussion', '"coding"'])
      expect(page).not.toContain(secret)
  })

  it('without a line on expertise, or without a passage, is refused beside the fields', async () => {
    expect(await answer(expert, { ...seatFields(codingFields()), [EXPERTISE]: ' ' })).toMatchObject({
      refused: { form: 'keyed', errors: { [EXPERTISE]: expect.any(String), coding: expect.any(String) } },
    })
    expect(await db().panelMember.findFirstOrThrow()).toMatchObject({ answeredAt: null, answers: null })
  })

  it('keeps a draft like any other work, which the answer takes with it', async () => {
    const body = { expertise: 'Years', answers: { kind: 'annotate', passages: [like] }, reasons: {} }
    const draft = { kind: 'panel', subject: panelId, baseVersion: 0, writer: randomUUID(), revision: 1, body } as const
    expect(await keepDraft(expert, draft as never, now)).toMatchObject({ saved: { version: 1 } })
    expect((await seat(expert)).draft).toMatchObject({ version: 1, body })
    expect(await code(expert, care)).toMatchObject({ refused: { newer: { version: 1 } } })
    expect(await answer(expert, seatFields(codingFields(care)), 1)).toEqual({ isAnswered: true })
    expect(await db().draft.count()).toBe(0)
    await expect(keepDraft(lena, draft as never, now)).rejects.toEqual(NOT_FOUND)
    expect(await keepDraft(expert, draft as never, afterClosing)).toEqual({ closed: expect.stringContaining('closed') })
  })

  it('can be done again until the panel closes', async () => {
    await code(expert, care)
    expect(await code(expert, like)).toEqual({ isAnswered: true })
    expect(await answer(expert, seatFields(codingFields(care)), 0, afterClosing)).toMatchObject({
      refused: { errors: { '': expect.stringContaining('closed') } },
    })
    expect(await db().panelMember.findFirstOrThrow()).toMatchObject({ answers: { answers: { passages: [like] } } })
  })

  it('is refused to whoever has begun an attempt since', async () => {
    await db().attempt.create({
      data: {
        ...{ userId: expert.id, vignetteId: vignette.id, vignetteVersionId: vignette.versionId },
        ...{ number: 1, openedAt: now },
      },
    })
    expect(await code(expert, care)).toMatchObject({
      refused: { errors: { '': expect.stringContaining('cannot sit') } },
    })
    expect((await seat(expert)).closed).toContain('cannot sit')
  })
})

describe('the consensus', () => {
  it('is refused below three answers, and has no preview', async () => {
    const experts = await inviteExperts(lena, panelId, 3)
    for (const expert of experts.slice(0, 2)) await code(expert, care)
    expect(await viewPanel(lena, panelId, now)).toMatchObject({
      preview: null,
      standing: { met: false, have: 2, need: 3 },
    })
    expect(await form('2-0')).toEqual({ refused: expect.stringContaining('It takes 3') })
    expect(await consensuses()).toEqual([])
  })

  it('of concordance items takes ten', async () => {
    const items = await offerKeyed(concordanceOf())
    panelId = await openPanel(lena, items.id)
    const experts = await inviteExperts(lena, panelId, 10)
    const shifts = seatFields({ 'item-one': '1', 'item-two': '0', 'item-three': '-1' })
    for (const expert of experts.slice(0, 9)) await answer(expert, shifts)
    expect(await form(await seenNow())).toEqual({ refused: expect.stringContaining('It takes 10') })
    await answer(experts[9] ?? lena, shifts)
    expect(await form(await seenNow())).toHaveProperty('consensusId')
    expect((await consensuses())[0]?.key).toMatchObject({ items: { one: { panel: { '1': 10 } } } })
  })

  it('is what was previewed, with how many answered and when; it is the key from then on', async () => {
    const [one, two, three] = await inviteExperts(lena, panelId, 3)
    if (!one || !two || !three) throw new Error('nobody was invited')
    await answer(one, seatFields(codingFields(care), { 1: 'She knows.' }))
    await code(two, care, like)
    await answer(three, seatFields(codingFields(like)), 0, new Date('2026-11-04T09:00:00Z'))
    const { preview } = await viewPanel(lena, panelId, now)
    expect(preview).toMatchObject({ kind: 'keyed', key: { passages: [{ ...care, because: ['She knows.'] }, like] } })
    const formed = await form(preview?.seen ?? '', new Date('2026-11-05T09:00:00Z'))
    const provenance = {
      ...{ panel: 'Leeds', members: 3, on: '2026-11-05' },
      ...{ answeredFrom: '2026-11-02', answeredTo: '2026-11-04' },
    }
    const inForce = await transact((tx) => keyInForce(tx, vignette.versionId))
    expect(inForce).toMatchObject({ ...formed, provenance, key: preview && 'key' in preview && preview.key })
    expect(await auditedActions()).toContain('consensus.formed')
  })

  it('is not formed of other answers than those that were previewed', async () => {
    const experts = await inviteExperts(lena, panelId, 4)
    for (const expert of experts.slice(0, 3)) await code(expert, care)
    const seen = await seenNow()
    await code(experts[3] ?? lena, like)
    expect(await form(seen)).toEqual({ refused: expect.stringContaining('since you saw') })
    expect(await form(await seenNow())).toHaveProperty('consensusId')
  })

  it('formed again stands beside the earlier one, and is never changed', async () => {
    for (const expert of await inviteExperts(lena, panelId, 3)) await code(expert, care)
    const seen = await seenNow()
    const later = new Date(now.getTime() + 1_000)
    const [, second] = [await form(seen), await form(seen, later)]
    expect(await consensuses()).toHaveLength(2)
    expect(await transact((tx) => keyInForce(tx, vignette.versionId))).toMatchObject(second)
    await expect(db().consensus.deleteMany()).rejects.toThrow()
    await expect(db().consensus.updateMany({ data: { key: {} } })).rejects.toThrow()
  })

  it('tells its lead who has answered, and never what', async () => {
    const experts = await inviteExperts(lena, panelId, 3)
    await answer(experts[0] ?? lena, seatFields(codingFields(care), { 1: 'A secret reason.' }))
    const page = await viewPanel(lena, panelId, now)
    expect(page.members.filter(({ answeredAt }) => answeredAt)).toMatchObject([
      { name: 'Expert1', expertise: 'Twenty years of practice' },
    ])
    for (const secret of ['A secret reason', 'equivalence']) expect(JSON.stringify(page)).not.toContain(secret)
  })

  it('formed while two members answer has all of an answer or nothing of it', async () => {
    const experts = await inviteExperts(lena, panelId, 5)
    for (const expert of experts.slice(0, 3)) await code(expert, care)
    for (let round = 0; round < 4; round++) {
      const seen = await seenNow()
      const before = (await consensuses()).length
      const [formed, ...answered] = await Promise.all([
        form(seen, new Date(now.getTime() + round)),
        ...experts
          .slice(3)
          .map((expert) =>
            answer(expert, seatFields(codingFields(care, like)), 0, new Date(now.getTime() + 60_000 * (round + 1))),
          ),
      ])
      expect(answered).toEqual([{ isAnswered: true }, { isAnswered: true }])
      const made = (await consensuses()).slice(before)
      expect(made).toHaveLength('consensusId' in formed ? 1 : 0)
      // Formed: exactly of what was seen. Otherwise an answer came first, and the lead is asked to look again.
      if ('consensusId' in formed) expect(made[0]?.provenance).toMatchObject({ members: Number(seen.split('-')[0]) })
      else expect(formed.refused).toContain('since you saw')
    }
    expect(await form(await seenNow(), new Date(now.getTime() + 999_999))).toHaveProperty('consensusId')
    expect((await consensuses()).at(-1)?.provenance).toMatchObject({ members: 5 })
  })

  it('formed twice at the same instant of the same answers is formed in turn', async () => {
    for (const expert of await inviteExperts(lena, panelId, 3)) await code(expert, care)
    const seen = await seenNow()
    const outcomes = await Promise.all([form(seen), form(seen)])
    for (const outcome of outcomes) expect(outcome).toHaveProperty('consensusId')
  })
})

describe('a panel on a benchmark', () => {
  let experts: Actor[]
  beforeEach(async () => {
    const rubric = rubricOf()
    await publish('rubric', rubric)
    const written = await publish('vignette', vignetteOf({ rubric: rubric.slug }))
    const benchmark = await publish('benchmark', {
      slug: 'one',
      vignette: written.slug,
      answers: { say: 'I see.' },
    } as never)
    panelId = await openPanel(lena, benchmark.id)
    experts = await inviteExperts(lena, panelId, 3)
  })

  const mark = (level: string, changes: Record<string, string> = {}) => ({
    [EXPERTISE]: 'Supervisor',
    [markField.level('not-knowing')]: level,
    [markField.comment('not-knowing')]: `Level ${level}.`,
    [markField.globalLevel]: '4',
    [markField.overallComment]: 'On the whole.',
    ...changes,
  })

  it('is marked on the rubric, with a reason for every level', async () => {
    const without = mark('6', { [markField.comment('not-knowing')]: '' })
    expect(await answer(experts[0] ?? lena, without)).toMatchObject({
      refused: {
        form: 'benchmark',
        errors: { 'comment.not-knowing': 'Not knowing: say why this level.' },
        typed: without,
      },
    })
    expect(await answer(experts[0] ?? lena, mark('6'))).toEqual({ isAnswered: true })
    expect(await viewSeat(experts[0] ?? lena, panelId, now)).toMatchObject({ form: 'benchmark', initial: mark('6') })
  })

  it('comes to the median, in the form of the content’s own consensus', async () => {
    const error = { [markField.error('certainty')]: 'on', [markField.errorWords('certainty')]: 'In the first line.' }
    await answer(experts[0] ?? lena, mark('3', error))
    await answer(experts[1] ?? lena, mark('5', error))
    await answer(experts[2] ?? lena, mark('not-rateable'))
    expect(await form(await seenNow())).toHaveProperty('consensusId')
    expect((await consensuses())[0]?.key).toMatchObject({
      ratings: { 'not-knowing': { level: 3, because: 'Level 3.\nLevel 5.\nLevel not-rateable.' } },
      global: { level: 4, because: 'On the whole.\nOn the whole.\nOn the whole.' },
      criticalErrors: [{ id: 'certainty', because: 'In the first line.\nIn the first line.' }],
      spread: { 'not-knowing': { lowest: 3, highest: 5, notRateable: 1 } },
    })
  })
})
