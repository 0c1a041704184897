import type { Period } from '#app/domain/portfolio/approval.ts'
import { utcDay } from '#app/domain/portfolio/days.ts'
import type { Day } from '#app/domain/portfolio/entry.ts'
import { type Db, db, Prisma } from './client.server.ts'

export type ListedApproval = Period & {
  id: string
  isOutside: boolean
  note: string
  approvedBy: string | null
}

export type ListedSupervisor = { id: string; name: string; email: string; approvals: ListedApproval[] }

/** Everybody who was ever approved, by name, each with their approvals, the latest first. One statement. */
export function listSupervisors(): Promise<ListedSupervisor[]> {
  return db().$queryRaw<ListedSupervisor[]>`
    SELECT u.id, u.name, u.email, json_agg(json_build_object(
             'id', a.id, 'startsOn', to_char(a.starts_on, 'YYYY-MM-DD'), 'endsOn', to_char(a.ends_on, 'YYYY-MM-DD'),
             'isOutside', a.is_outside, 'note', a.note, 'approvedBy', b.name) ORDER BY a.starts_on DESC) AS approvals
    FROM supervisor_approval a JOIN "user" u ON u.id = a.user_id LEFT JOIN "user" b ON b.id = a.approved_by_id
    GROUP BY u.id ORDER BY lower(u.name), u.id`
}

export type SupervisorChoice = { id: string; name: string; isOutside: boolean; approvals: Period[] }

export const supervisorChoices = (traineeId: string) => Prisma.sql`
  SELECT u.id, u.name, bool_or(a.is_outside) AS "isOutside", json_agg(json_build_object(
           'startsOn', to_char(a.starts_on, 'YYYY-MM-DD'), 'endsOn', to_char(a.ends_on, 'YYYY-MM-DD'))) AS approvals
  FROM supervisor_approval a JOIN "user" u ON u.id = a.user_id
  WHERE u.id <> ${traineeId}::uuid
  GROUP BY u.id ORDER BY lower(u.name), u.id`

/** Whom a trainee can name: everybody who was ever approved but themselves, by name, with the days of their approvals. One statement. */
export const listSupervisorChoices = (traineeId: string, tx: Db = db()): Promise<SupervisorChoice[]> =>
  tx.$queryRaw<SupervisorChoice[]>(supervisorChoices(traineeId))

/** The approvals of one person. Two who approve the same person go one after the other. */
export async function holdApprovalsOf(tx: Db, userId: string): Promise<Period[]> {
  await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${userId}::uuid FOR NO KEY UPDATE`
  const rows = await tx.supervisorApproval.findMany({ where: { userId }, select: { startsOn: true, endsOn: true } })
  return rows.map(({ startsOn, endsOn }) => ({ startsOn: utcDay(startsOn), endsOn: endsOn && utcDay(endsOn) }))
}

type NewApproval = Period & { userId: string; isOutside: boolean; note: string; approvedById: string; now: Date }

export async function insertApproval(tx: Db, { startsOn, endsOn, now, ...approval }: NewApproval): Promise<string> {
  const days = { startsOn: new Date(startsOn), endsOn: endsOn ? new Date(endsOn) : null }
  const data = { ...approval, ...days, approvedAt: now }
  return (await tx.supervisorApproval.create({ data, select: { id: true } })).id
}

/** One approval, held until the transaction ends. */
export async function holdApproval(tx: Db, id: string): Promise<(Period & { userId: string }) | undefined> {
  const [approval] = await tx.$queryRaw<(Period & { userId: string })[]>`
    SELECT user_id AS "userId", to_char(starts_on, 'YYYY-MM-DD') AS "startsOn", to_char(ends_on, 'YYYY-MM-DD') AS "endsOn"
    FROM supervisor_approval WHERE id::text = ${id} FOR UPDATE`
  return approval
}

export async function saveApprovalEnd(tx: Db, id: string, endsOn: Day): Promise<void> {
  await tx.supervisorApproval.update({ where: { id }, data: { endsOn: new Date(endsOn) }, select: { id: true } })
}
