import {
  holdAnnouncement,
  insertAnnouncement,
  saveAnnouncementCorrected,
  saveAnnouncementTakenBack,
} from '#app/db/announcements.server.ts'
import { recordAudit } from '#app/db/audit.server.ts'
import { type Db, transact } from '#app/db/client.server.ts'
import { holdMembership } from '#app/db/cohort-members.server.ts'
import { deleteDraft } from '#app/db/drafts.server.ts'
import { isSameJson, type Json } from '#app/domain/json.ts'
import type { Actor } from '#app/domain/people.ts'
import { auditedConfirmations } from '#app/screen/audited-confirmations.ts'
import { checkWriting } from './check-writing.server.ts'
import { tellCohort } from './tell-cohort.server.ts'
import type { RefusedWriting, SentWriting } from './written.ts'

const draftKey = (actor: Actor, subjectId: string) => ({ ownerId: actor.id, kind: 'announcement', subjectId }) as const

/**
 * Tells a cohort something. Everybody in it is told that there is an announcement; sent twice, it is one.
 * @returns or what has to be put right.
 * @throws 404 for a cohort that the actor does not lead.
 */
export async function postAnnouncement(
  actor: Actor,
  cohortId: string,
  sent: SentWriting,
  now: Date,
): Promise<{ id: string } | { refused: RefusedWriting }> {
  const draft = draftKey(actor, cohortId)
  const checked = await checkWriting(actor, { draft, cohortId, hasTitle: true }, sent, now)
  if ('refused' in checked) return checked
  const { title, text } = checked.written
  return transact(async (tx) => {
    const cohort = await holdLedCohort(tx, actor, cohortId)
    const row = { cohortId: cohort.cohortId, authorId: actor.id, title, body: text as unknown as Json, now }
    const { id, isNew } = await insertAnnouncement(tx, row)
    await deleteDraft(tx, draft)
    if (!isNew) return { id }
    const details = { announcementId: id, ...auditedConfirmations(checked.confirmed) }
    await audit(tx, actor, { action: 'announcement.posted', cohortId, details, now })
    const params = { title, path: `/cohorts/${cohortId}/announcements` as const }
    await tellCohort(tx, cohortId, 'everybody', { kind: 'announcement-posted', params, butFor: actor.id, now })
    return { id }
  })
}

/**
 * Puts an announcement of the actor's own right. It then says that it was corrected; nobody is told anew. The same again changes nothing.
 * @throws 404 for one that is not theirs, and one that was taken back.
 */
export async function correctAnnouncement(
  actor: Actor,
  { cohortId, id }: { cohortId: string; id: string },
  sent: SentWriting,
  now: Date,
): Promise<{ id: string } | { refused: RefusedWriting }> {
  const draft = draftKey(actor, id)
  const checked = await checkWriting(actor, { draft, cohortId, hasTitle: true }, sent, now)
  if ('refused' in checked) return checked
  const { title, text } = checked.written
  return transact(async (tx) => {
    await holdLedCohort(tx, actor, cohortId)
    const announcement = await holdAnnouncement(tx, cohortId, id)
    if (!announcement?.body || announcement.authorId !== actor.id) throw notThere()
    await deleteDraft(tx, draft)
    if (announcement.title === title && isSameJson(announcement.body, text)) return { id }
    await saveAnnouncementCorrected(tx, id, { title, body: text as unknown as Json, now })
    const details = { announcementId: id, ...auditedConfirmations(checked.confirmed) }
    await audit(tx, actor, { action: 'announcement.corrected', cohortId, details, now })
    return { id }
  })
}

/**
 * Takes an announcement back: what it said is gone for everybody. Any lead of the cohort may, as its author may be away. A second time
 * changes nothing.
 * @throws 404 for one out of the actor's reach.
 */
export function takeAnnouncementBack(
  actor: Actor,
  { cohortId, id }: { cohortId: string; id: string },
  now: Date,
): Promise<void> {
  return transact(async (tx) => {
    await holdLedCohort(tx, actor, cohortId)
    const announcement = await holdAnnouncement(tx, cohortId, id)
    if (!announcement) throw notThere()
    if (!announcement.body) return
    await saveAnnouncementTakenBack(tx, id, now)
    const details = { announcementId: id, isOwn: announcement.authorId === actor.id }
    await audit(tx, actor, { action: 'announcement.taken-back', cohortId, details, now })
  })
}

const notThere = () => new Response('There is no such announcement.', { status: 404 })

async function holdLedCohort(tx: Db, actor: Actor, cohortId: string) {
  const membership = await holdMembership(tx, actor, cohortId)
  if (!membership?.isLead) throw new Response('There is no such cohort.', { status: 404 })
  return membership
}

type Audited = {
  action: `announcement.${string}`
  cohortId: string
  details: NonNullable<Parameters<typeof recordAudit>[1]['details']>
  now: Date
}

const audit = (tx: Db, actor: Actor, { action, cohortId, details, now: at }: Audited) =>
  recordAudit(tx, { actor, action, object: { kind: 'cohort', id: cohortId }, details, at })
