import type { Actor } from '#app/domain/people.ts'
import { type Db, db, Prisma } from './client.server.ts'

export type Member = Pick<Actor, 'id' | 'roles'>

/**
 * The cohorts that somebody belongs to, to be joined: `cohort_id`, `is_lead`, `joined_at`. Whoever leads one does so for as long as they are
 * a training lead; nobody else reaches what a cohort says among itself, administrators neither.
 */
export const ownCohorts = ({ id, roles }: Member) => Prisma.sql`(
  SELECT m.cohort_id, m.user_id, m.part = 'lead' AS is_lead, m.joined_at FROM cohort_member m
  WHERE m.user_id = ${id}::uuid AND (m.part = 'trainee' OR ${roles.includes('training_lead')}))`

export type Membership = { cohortId: string; isLead: boolean }

/** Keeps somebody's own part in a cohort until the transaction ends, so that what they send twice goes one after the other. */
export async function holdMembership(tx: Db, member: Member, cohortId: string): Promise<Membership | undefined> {
  const [membership] = await tx.$queryRaw<Membership[]>`
    SELECT m.cohort_id AS "cohortId", m.part = 'lead' AS "isLead" FROM cohort_member m
    WHERE m.cohort_id::text = ${cohortId} AND m.user_id = ${member.id}::uuid
      AND (m.part = 'trainee' OR ${member.roles.includes('training_lead')})
    FOR UPDATE`
  return membership
}

/** Somebody's own part in a cohort, with its name. One statement. */
export async function findMembership(
  member: Member,
  cohortId: string,
): Promise<(Membership & { cohortName: string }) | undefined> {
  const [membership] = await db().$queryRaw<(Membership & { cohortName: string })[]>`
    SELECT c.id AS "cohortId", c.name AS "cohortName", own.is_lead AS "isLead"
    FROM cohort c JOIN ${ownCohorts(member)} own ON own.cohort_id = c.id WHERE c.id::text = ${cohortId}`
  return membership
}

export type CohortPerson = { userId: string; name: string; isLead: boolean }

/** Everybody in a cohort. */
export const listPeople = (tx: Db, cohortId: string): Promise<CohortPerson[]> =>
  tx.$queryRaw`
    SELECT u.id AS "userId", u.name, m.part = 'lead' AS "isLead"
    FROM cohort_member m JOIN "user" u ON u.id = m.user_id
    WHERE m.cohort_id::text = ${cohortId} ORDER BY u.id`
