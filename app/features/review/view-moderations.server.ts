import { cohortsOf } from '#app/db/cohorts.server.ts'
import { findModeration, listModerations } from '#app/db/moderation.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type RecordView, viewRecord } from './marking-record.server.ts'

const PAGE_SIZE = 25

/** One page, counted from 1, of a cohort's moderation sample. Throws 404 for a cohort that the actor does not lead. */
export async function viewModerations(actor: Actor, cohortId: string, page: number) {
  const where = { cohortId, reach: cohortsOf(actor), personId: actor.id }
  const found = await listModerations(where, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  if (!found) throw new Response('There is no such cohort.', { status: 404 })
  return { ...found, pageCount: Math.max(1, Math.ceil(found.counts.drawn / PAGE_SIZE)) }
}

export type ModerationView = RecordView & {
  cohortName: string
  verdict: 'agree' | 'disagree' | null
  comment: string
  isChangedSince: boolean
}

/** One drawn answer with its marks. Throws 404 where the actor had a part in the marking. */
export async function viewModeration(actor: Actor, which: { cohortId: string; id: string }): Promise<ModerationView> {
  const record = await findModeration({ ...which, reach: cohortsOf(actor), personId: actor.id })
  if (!record) throw new Response('There is no such answer in the sample.', { status: 404 })
  const { cohortName, verdict, comment, isChangedSince } = record
  return { cohortName, verdict, comment, isChangedSince, ...(await viewRecord(record)) }
}
