import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { closeThread, doWithPost } from '#app/features/discussion/moderate.server.ts'
import { viewDiscussion } from '#app/features/discussion/view-discussion.server.ts'
import { viewThread, viewThreadWriting } from '#app/features/discussion/view-thread.server.ts'
import { correctPost, openThread, reply } from '#app/features/discussion/write-post.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { announce, answer, begin, sent } from '#tests/support/discussion.ts'

let noor: Actor
let ada: Actor
let sol: Actor
let lena: Actor
let root: Actor
let cohortId: string
const notFound = { status: 404 }
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

beforeEach(async () => {
  ;[noor, ada, sol] = [await createAccount('Noor'), await createAccount('Ada'), await createAccount('Sol')]
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  root = await createAccount('Root', { roles: ['administrator'] })
  cohortId = await formCohort([], { leads: [lena], trainees: [noor, ada] })
})

const at = (threadId: string) => ({ cohortId, threadId })
const titlesFor = async (actor: Actor) => (await viewDiscussion(actor, cohortId, 1)).threads.map(({ title }) => title)
const unreadFor = async (actor: Actor) =>
  (await viewDiscussion(actor, cohortId, 1)).threads.map(({ isUnread }) => isUnread)

describe('a thread', () => {
  it('is read by its cohort and by nobody else, that with the newest post first', async () => {
    const first = await begin(noor, cohortId, { title: 'First' })
    await begin(noor, cohortId, { title: 'Second', at: later(1) })
    await answer(ada, at(first), 'I count to three.', later(2))
    for (const actor of [noor, ada, lena]) expect(await titlesFor(actor)).toEqual(['First', 'Second'])
    for (const actor of [sol, root]) {
      await expect(viewDiscussion(actor, cohortId, 1)).rejects.toMatchObject(notFound)
      await expect(viewThread(actor, at(first), undefined, now)).rejects.toMatchObject(notFound)
      await expect(reply(actor, at(first), sent('Hello.'), now)).rejects.toMatchObject(notFound)
      await expect(begin(actor, cohortId)).rejects.toMatchObject(notFound)
    }
    const elsewhere = await formCohort([], { leads: [lena], trainees: [sol], name: 'York' })
    const moved = { cohortId: elsewhere, threadId: first }
    await expect(viewThread(lena, moved, undefined, now)).rejects.toMatchObject(notFound)
  })

  it('for the leads alone is seen by them and by whoever asked, who all are told of the answer', async () => {
    const id = await begin(noor, cohortId, { audience: 'leads', title: 'A question' })
    expect(await titlesFor(ada)).toEqual([])
    await expect(viewThread(ada, at(id), undefined, now)).rejects.toMatchObject(notFound)
    await expect(keepDraft(ada, draftOf(id), now)).rejects.toMatchObject(notFound)
    expect(await keepDraft(lena, draftOf(id), now)).toHaveProperty('saved')
    await reply(lena, at(id), { ...sent('Slow down.'), draftVersion: 1 }, now)
    expect(await mailsFor(lena.email)).toEqual(['question-asked'])
    expect(await mailsFor(noor.email)).toEqual(['thread-answered'])
    expect(await mailsFor(ada.email)).toEqual([])
    const { posts, thread } = await viewThread(noor, at(id), undefined, now)
    expect(thread.audience).toBe('leads')
    expect(posts).toMatchObject([{ isOwn: true }, { authorName: 'Lena', isAuthorLead: true }])
  })

  it('is new to whoever has not read what others wrote in it', async () => {
    const id = await begin(noor, cohortId, { at: later(1) })
    expect([await unreadFor(noor), await unreadFor(ada)]).toEqual([[false], [true]])
    await viewThread(ada, at(id), undefined, later(2))
    expect(await unreadFor(ada)).toEqual([false])
    await answer(noor, at(id), 'One more thing.', later(3))
    expect(await unreadFor(ada)).toEqual([true])
  })

  it('and each of its posts sent twice at the same instant are one', async () => {
    const opened = await Promise.all([begin(noor, cohortId), begin(noor, cohortId)])
    expect(new Set(opened).size).toBe(1)
    const address = at(opened[0] ?? '')
    expect(await Promise.all([answer(ada, address, 'Yes.'), answer(ada, address, 'Yes.')])).toEqual([2, 2])
    // Two people at once are two posts.
    const both = await Promise.all([answer(ada, address, 'And?'), answer(lena, address, 'Well.')])
    expect(both.sort()).toEqual([3, 4])
    expect(await mailsFor(ada.email)).toEqual(['thread-opened', 'thread-answered'])
  })

  it('that a lead closed takes no more posts, and is opened again', async () => {
    const id = await begin(noor, cohortId)
    await expect(closeThread(noor, at(id), true, now)).rejects.toMatchObject(notFound)
    await closeThread(lena, at(id), true, now)
    await closeThread(lena, at(id), true, now)
    const refused = await reply(ada, at(id), sent('Too late?'), now)
    expect(refused).toMatchObject({ refused: { fault: { errors: { '': [/closed/] } }, typed: { title: '' } } })
    expect(await viewThreadWriting(ada, at(id), null, now)).toHaveProperty('refused')
    await closeThread(lena, at(id), false, now)
    expect(await answer(ada, at(id), 'In time.')).toBe(2)
    expect(await auditedActions()).toEqual(['thread.opened', 'thread.closed', 'thread.opened-again', 'post.written'])
  })

  it('asks about what may tell who a patient is', async () => {
    const wish = { cohortId, audience: 'cohort' } as const
    const telling = await openThread(noor, wish, sent('His number is 943 476 5919.', 'A man'), now)
    expect(telling).toMatchObject({ refused: { fault: { questions: [{ kind: 'nhs-number' }] } } })
    expect(await db().discussionThread.count()).toBe(0)
  })

  it('costs one statement to list and two to open, however much was written', async () => {
    const id = await begin(noor, cohortId)
    await announce(lena, cohortId)
    for (const words of ['One.', 'Two.', 'Three.']) await answer(ada, at(id), words)
    expect((await countQueries(() => viewDiscussion(ada, cohortId, 1))).queries()).toBe(1)
    expect((await countQueries(() => viewThread(ada, at(id), undefined, now))).queries()).toBe(2)
  })

  it('is read a page at a time, from its newest posts', async () => {
    const id = await begin(noor, cohortId)
    for (let n = 2; n <= 31; n++) await answer(n % 2 ? noor : ada, at(id), `Post ${n}.`)
    const newest = await viewThread(ada, at(id), undefined, now)
    expect(newest).toMatchObject({ page: 2, pages: 2, posts: [{ number: 31 }] })
    expect((await viewThread(ada, at(id), 1, now)).posts).toHaveLength(30)
  })
})

const draftOf = (subject: string) => ({
  ...({ kind: 'post', subject, baseVersion: 0, writer: 'w', revision: 1 } as const),
  body: {
    title: '',
    text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Slow down.' }] }] },
  },
})

describe('a post', () => {
  let threadId: string
  beforeEach(async () => {
    threadId = await begin(noor, cohortId, { title: 'Ward 7' })
  })
  const post = (number: number) => ({ ...at(threadId), number })

  it('is corrected by its author within the hour, and says so', async () => {
    expect(await correctPost(noor, post(1), sent('How do I stay curious?', 'A ward'), later(59))).toEqual({ number: 1 })
    const { thread, posts } = await viewThread(ada, at(threadId), undefined, now)
    expect([thread.title, posts[0]?.correctedAt]).toEqual(['A ward', expect.any(String)])
    expect(await correctPost(noor, post(1), sent('Later.', 'A ward'), later(61))).toMatchObject({
      refused: { fault: { errors: { '': [/hour/] } } },
    })
    await expect(correctPost(ada, post(1), sent('Mine.', 'Mine'), now)).rejects.toMatchObject(notFound)
    await expect(viewThreadWriting(ada, at(threadId), 1, now)).rejects.toMatchObject(notFound)
  })

  it('that is taken back is gone from the database, with the title that it gave; a thread of nothing else is not listed', async () => {
    expect(await doWithPost(ada, post(1), { intent: 'take-back' }, {}, now)).toHaveProperty('fault')
    await doWithPost(noor, post(1), { intent: 'take-back' }, {}, now)
    expect(await db().discussionPost.findFirst()).toMatchObject({ body: null })
    expect(await db().discussionThread.findFirst()).toMatchObject({ title: '' })
    expect(await titlesFor(lena)).toEqual([])
  })

  it('that a lead takes away is told to its author with the reason, hidden from the others, and can be shown again', async () => {
    const taken = await doWithPost(lena, post(1), { intent: 'hide', words: 'It tells which ward.' }, {}, now)
    expect(taken).toHaveProperty('done')
    expect((await viewThread(noor, at(threadId), 1, now)).posts).toMatchObject([
      { hiddenBecause: 'It tells which ward.', text: expect.anything() },
    ])
    const seen = await viewThread(ada, at(threadId), 1, now)
    expect(seen.posts).toMatchObject([{ became: 'hidden', text: undefined, hiddenBecause: undefined }])
    expect(JSON.stringify([seen, await viewDiscussion(ada, cohortId, 1)])).not.toMatch(/curious|ward/i)
    expect(await mailsFor(noor.email)).toEqual(['post-hidden'])
    await doWithPost(lena, post(1), { intent: 'show' }, {}, now)
    expect((await viewThread(ada, at(threadId), 1, now)).posts).toMatchObject([{ text: expect.anything() }])
    expect(await auditedActions()).toEqual(['thread.opened', 'post.hidden', 'post.shown-again'])
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain('which ward')
  })

  it('that somebody reports stands before the leads until one of them settles it; its author does not learn of it', async () => {
    const asked = { intent: 'report', words: 'I think it tells who he is.' } as const
    await doWithPost(ada, post(1), asked, {}, now)
    expect(await doWithPost(ada, post(1), asked, {}, now)).toHaveProperty('fault')
    expect(await mailsFor(lena.email)).toEqual(['thread-opened', 'post-reported'])
    expect((await viewDiscussion(lena, cohortId, 1)).reported).toMatchObject([{ threadId, number: 1, reports: 1 }])
    expect((await viewDiscussion(noor, cohortId, 1)).reported).toEqual([])
    expect((await viewThread(noor, at(threadId), 1, now)).posts).toMatchObject([{ reports: [] }])
    expect((await viewThread(lena, at(threadId), 1, now)).posts).toMatchObject([{ reports: [{ byName: 'Ada' }] }])
    expect(await doWithPost(noor, post(1), { intent: 'settle' }, {}, now)).toHaveProperty('fault')
    await doWithPost(lena, post(1), { intent: 'settle' }, {}, now)
    expect((await viewDiscussion(lena, cohortId, 1)).reported).toEqual([])
  })

  it('is not taken away with a reason that says again what it is taken away for', async () => {
    const words = 'It says 943 476 5919.'
    const hidden = await doWithPost(lena, post(1), { intent: 'hide', words }, { words }, now)
    expect(hidden).toMatchObject({ fault: { questions: [{ kind: 'nhs-number' }] } })
    await expect(doWithPost(sol, post(1), { intent: 'report', words: 'Hm.' }, {}, now)).rejects.toMatchObject(notFound)
  })
})
