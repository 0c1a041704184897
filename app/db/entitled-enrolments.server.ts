import { uuidv7 } from 'uuidv7'
import type { Db } from './client.server.ts'
import { recordEnrolmentEvent } from './enrolment-events.server.ts'

/** The enrolment that is active in a course, and the order that gave it. */
export const findActiveEnrolment = async (tx: Db, userId: string, courseId: string) =>
  (await tx.enrolment.findFirst({
    where: { userId, courseId, state: 'active' },
    select: { id: true, orderId: true, seatId: true, completedAt: true },
  })) ?? undefined

type Entitled = { userId: string; courseId: string; now: Date }

/** Enrols by an order, or takes up again whoever had left. @returns the enrolment's id. */
export const enrolByOrder = (tx: Db, { orderId, ...entitled }: Entitled & { orderId: string }): Promise<string> =>
  enrolBy(tx, { orderId, seatId: null }, entitled)

/** The same by the seat of an organisation. */
export const enrolBySeat = (tx: Db, { seatId, ...entitled }: Entitled & { seatId: string }): Promise<string> =>
  enrolBy(tx, { orderId: null, seatId }, entitled)

type Source = { orderId: string | null; seatId: string | null }

async function enrolBy(tx: Db, source: Source, { userId, courseId, now }: Entitled): Promise<string> {
  const which = { userId_courseId: { userId, courseId } }
  const before = await tx.enrolment.findUnique({ where: which, select: { state: true } })
  const { id } = await tx.enrolment.upsert({
    where: which,
    create: { id: uuidv7(), userId, courseId, ...source, enrolledAt: now },
    update: { state: 'active', ...source, throughId: null, withdrawnAt: null, withdrawnById: null },
    select: { id: true },
  })
  const kind = before ? 'returned' : 'begun'
  if (before?.state !== 'active') await recordEnrolmentEvent(tx, { userId, courseId, kind, byId: null, at: now })
  return id
}

/** Ends an enrolment because what gave it is gone. */
export async function endEnrolment(tx: Db, id: string, now: Date): Promise<void> {
  const data = { state: 'withdrawn', withdrawnAt: null, withdrawnById: null } as const
  const { userId, courseId } = await tx.enrolment.update({
    where: { id },
    data,
    select: { userId: true, courseId: true },
  })
  await recordEnrolmentEvent(tx, { userId, courseId, kind: 'ended', byId: null, at: now })
}

/** When a person, and not the end of a payment, ended somebody's enrolment in a course; nothing where it is not ended so. */
export const findWithdrawal = async (
  tx: Db,
  userId: string,
  courseId: string,
): Promise<{ at: Date; isOwn: boolean } | undefined> => {
  const row = await tx.enrolment.findFirst({
    where: { userId, courseId, state: 'withdrawn' },
    select: { withdrawnAt: true, withdrawnById: true },
  })
  return row?.withdrawnAt ? { at: row.withdrawnAt, isOwn: row.withdrawnById === userId } : undefined
}
