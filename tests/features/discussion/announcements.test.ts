import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db, transact } from '#app/db/client.server.ts'
import { saveDraft } from '#app/db/drafts.server.ts'
import type { Actor } from '#app/domain/people.ts'
import {
  correctAnnouncement,
  postAnnouncement,
  takeAnnouncementBack,
} from '#app/features/discussion/post-announcement.server.ts'
import { viewAnnouncements, viewAnnouncementWriting } from '#app/features/discussion/view-announcements.server.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { plainTextOf } from '#app/rich-text/plain-text.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { announce, sent } from '#tests/support/discussion.ts'

let noor: Actor
let sol: Actor
let lena: Actor
let tomas: Actor
let root: Actor
let cohortId: string
const notFound = { status: 404 }

beforeEach(async () => {
  noor = await createAccount('Noor')
  sol = await createAccount('Sol')
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  root = await createAccount('Root', { roles: ['administrator'] })
  cohortId = await formCohort([], { leads: [lena, tomas], trainees: [noor] })
})

const readBy = async (actor: Actor) =>
  (await viewAnnouncements(actor, cohortId, 1)).announcements.map(({ title, text }) => [
    title,
    text && plainTextOf(text),
  ])

describe('an announcement', () => {
  it('reaches everybody in the cohort, once, and nobody else', async () => {
    const wish = () => postAnnouncement(lena, cohortId, sent('We meet in room 4.', 'The room'), now)
    await Promise.all([wish(), wish()])
    expect(await readBy(noor)).toEqual([['The room', 'We meet in room 4.']])
    for (const { email } of [noor, tomas]) expect(await mailsFor(email)).toEqual(['announcement-posted'])
    expect(await mailsFor(lena.email)).toEqual([])
    expect(await auditedActions()).toEqual(['announcement.posted'])
    for (const stranger of [sol, root])
      await expect(viewAnnouncements(stranger, cohortId, 1)).rejects.toMatchObject(notFound)
  })

  it('is a lead’s to write, a trainee’s neither to write nor to take back', async () => {
    const id = await announce(lena, cohortId)
    for (const actor of [noor, sol, root]) {
      await expect(postAnnouncement(actor, cohortId, sent('Text.', 'T'), now)).rejects.toMatchObject(notFound)
      await expect(viewAnnouncementWriting(actor, cohortId, null)).rejects.toMatchObject(notFound)
      await expect(takeAnnouncementBack(actor, { cohortId, id }, now)).rejects.toMatchObject(notFound)
    }
    // Whose time as a training lead has ended leads no cohort.
    await expect(viewAnnouncements({ ...lena, roles: ['trainee'] }, cohortId, 1)).rejects.toMatchObject(notFound)
  })

  it('is corrected by its author alone, says so, and tells nobody anew', async () => {
    const id = await announce(lena, cohortId)
    await correctAnnouncement(lena, { cohortId, id }, sent('We meet in room 4.', 'The room'), now)
    expect((await viewAnnouncements(noor, cohortId, 1)).announcements).toMatchObject([{ correctedAt: null }])
    await correctAnnouncement(lena, { cohortId, id }, sent('We meet in room 5.', 'The room'), now)
    expect((await viewAnnouncements(noor, cohortId, 1)).announcements).toMatchObject([
      { correctedAt: expect.any(String) },
    ])
    expect(await mailsFor(noor.email)).toHaveLength(1)
    const other = correctAnnouncement(tomas, { cohortId, id }, sent('No.', 'No'), now)
    await expect(other).rejects.toMatchObject(notFound)
    await expect(viewAnnouncementWriting(tomas, cohortId, id)).rejects.toMatchObject(notFound)
  })

  it('that is taken back, by any of the leads, is gone from the database as well', async () => {
    const id = await announce(lena, cohortId)
    await takeAnnouncementBack(tomas, { cohortId, id }, now)
    await takeAnnouncementBack(tomas, { cohortId, id }, now)
    expect(await readBy(noor)).toEqual([['', undefined]])
    expect(await db().announcement.findUnique({ where: { id } })).toMatchObject({ title: '', body: null })
    expect(await auditedActions()).toEqual(['announcement.posted', 'announcement.taken-back'])
    await expect(correctAnnouncement(lena, { cohortId, id }, sent('Again.', 'T'), now)).rejects.toMatchObject(notFound)
  })

  it('comes back with what was typed where something is missing, or may tell who a patient is', async () => {
    const empty = await postAnnouncement(lena, cohortId, sent('', ''), now)
    expect(empty).toMatchObject({
      refused: { fault: { errors: { title: [expect.any(String)], text: [expect.any(String)] } } },
    })
    const telling = await postAnnouncement(lena, cohortId, sent('Ring her on 0161 496 0000.', 'The room'), now)
    expect(telling).toMatchObject({
      refused: { fault: { questions: [{ kind: 'phone' }] }, typed: { title: 'The room' } },
    })
    // Whoever is in the cohort may be named.
    expect(await postAnnouncement(lena, cohortId, sent('Noor brings a tape.', 'Thanks'), now)).toHaveProperty('id')
  })

  it('begins with the draft that its author left, which is gone with it; a newer one is not overwritten', async () => {
    const body = { title: 'The room', text: plainDocument('We meet') } as never
    const key = { ownerId: lena.id, kind: 'announcement', subjectId: cohortId } as const
    await transact((tx) => saveDraft(tx, { ...key, baseVersion: 0, writer: 'w', revision: 1, body, now }))
    const { page } = await viewAnnouncementWriting(lena, cohortId, null)
    expect(page.draft).toMatchObject({ version: 1, body: { title: 'The room' } })
    const blind = await postAnnouncement(lena, cohortId, sent('Other words.', 'Other'), now)
    expect(blind).toMatchObject({ refused: { newer: { version: 1 } } })
    const seen = { ...sent('Other words.', 'Other'), draftVersion: 1 }
    expect(await postAnnouncement(lena, cohortId, seen, now)).toHaveProperty('id')
    expect((await viewAnnouncementWriting(lena, cohortId, null)).page.draft).toBeNull()
  })

  it('costs one statement to list', async () => {
    await announce(lena, cohortId)
    expect((await countQueries(() => viewAnnouncements(noor, cohortId, 1))).queries()).toBe(1)
  })
})
