import { type AppealRecord, findAppeal, listAppeals } from '#app/db/appeals.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type RecordView, viewRecord, withoutName } from './marking-record.server.ts'

const PAGE_SIZE = 25

/** One page, counted from 1, of the appeals that the actor may decide: never one in which they are involved. */
export async function readAppeals(actor: Actor, page: number) {
  const { appeals, total } = await listAppeals(actor.id, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE })
  return { appeals, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}

export type AppealView = RecordView &
  Pick<AppealRecord, 'id' | 'ground' | 'statement' | 'lodgedAt' | 'outcome' | 'reasons' | 'decidedAt'> & {
    isTaken: boolean
    isYours: boolean
  }

/**
 * An appeal with the record of the marking, for whoever had no part in it. Neither the trainee nor a marker is named: what is
 * decided is how it was marked, not who they are.
 * @throws 404 for an appeal in which the actor is involved.
 */
export async function readAppeal(actor: Actor, appealId: string): Promise<AppealView> {
  const appeal = await findAppeal(actor.id, appealId)
  if (!appeal) throw new Response('There is no such appeal.', { status: 404 })
  const { id, ground, statement, lodgedAt, outcome, reasons, decidedAt, handlerId } = appeal
  return {
    ...{ id, ground, lodgedAt, outcome, reasons, decidedAt },
    ...(await viewRecord(appeal)),
    statement: await withoutName(statement, appeal),
    isTaken: handlerId !== null,
    isYours: handlerId === actor.id,
  }
}
