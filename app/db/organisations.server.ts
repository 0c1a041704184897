import { type Db, db, Prisma } from './client.server.ts'

export type Billing = { name: string; billingAddress: string; billingEmail: string; vatNumber: string }

export async function insertOrganisation(
  tx: Db,
  billing: Billing,
  { managerId, now }: { managerId: string; now: Date },
): Promise<string> {
  const managers = { create: { userId: managerId, addedAt: now } }
  const { id } = await tx.organisation.create({ data: { ...billing, createdAt: now, managers }, select: { id: true } })
  return id
}

/** One of the same name that this person set up since then. */
export async function findSameOrganisation(
  tx: Db,
  { name, managerId, since }: { name: string; managerId: string; since: Date },
): Promise<string | undefined> {
  const where = { name, createdAt: { gt: since }, managers: { some: { userId: managerId } } }
  return (await tx.organisation.findFirst({ where, select: { id: true } }))?.id
}

export const saveBilling = (tx: Db, id: string, billing: Billing) =>
  tx.organisation.update({ where: { id }, data: billing, select: { id: true } })

export type HeldOrganisation = Billing & { id: string; isOnAccount: boolean }

/** An organisation that this person manages, held as it is until the transaction ends. */
export async function holdOrganisation(tx: Db, id: string, managerId: string): Promise<HeldOrganisation | undefined> {
  const [row] = await tx.$queryRaw<HeldOrganisation[]>`
    SELECT o.id, o.name, o.billing_address AS "billingAddress", o.billing_email AS "billingEmail",
           o.vat_number AS "vatNumber", o.is_on_account AS "isOnAccount"
    FROM organisation o
    WHERE o.id = ${id}::uuid AND EXISTS (SELECT 1 FROM organisation_manager m
                                         WHERE m.organisation_id = o.id AND m.user_id = ${managerId}::uuid)
    FOR UPDATE OF o`
  return row
}

/** @returns false where they manage it already. */
export async function insertManager(tx: Db, organisationId: string, userId: string, now: Date): Promise<boolean> {
  const row = { organisationId, userId, addedAt: now }
  return (await tx.organisationManager.createMany({ data: row, skipDuplicates: true })).count === 1
}

export const countManagers = (tx: Db, organisationId: string) =>
  tx.organisationManager.count({ where: { organisationId } })

export const deleteManager = async (tx: Db, organisationId: string, userId: string): Promise<boolean> =>
  (await tx.organisationManager.deleteMany({ where: { organisationId, userId } })).count === 1

/** @returns false where it stood so already, or there is no such organisation. */
export async function saveOnAccount(tx: Db, id: string, isOnAccount: boolean): Promise<boolean> {
  return (
    (await tx.organisation.updateMany({ where: { id, isOnAccount: !isOnAccount }, data: { isOnAccount } })).count === 1
  )
}

export type ReadOrganisation = HeldOrganisation & {
  managers: { id: string; name: string; email: string }[]
  /** In the order of the catalogue. */
  courses: { slug: string; versionId: string; cohorts: { id: string; name: string }[] }[]
}

/** Whether people may join cohort `k` now. */
const isJoinable = (now: Date) => {
  const today = Prisma.sql`(${now}::timestamptz AT TIME ZONE k.time_zone)::date`
  return Prisma.sql`k.join_from <= ${today} AND (k.join_until IS NULL OR k.join_until >= ${today})`
}

/**
 * An organisation that this person manages, with whoever else does and every course that is offered, with the cohorts of it that
 * people may join. One statement.
 */
export async function readOrganisation(
  id: string,
  managerId: string,
  now: Date,
): Promise<ReadOrganisation | undefined> {
  const [row] = await db().$queryRaw<ReadOrganisation[]>(Prisma.sql`
    SELECT o.id, o.name, o.billing_address AS "billingAddress", o.billing_email AS "billingEmail",
           o.vat_number AS "vatNumber", o.is_on_account AS "isOnAccount",
           (SELECT json_agg(json_build_object('id', u.id, 'name', u.name, 'email', u.email) ORDER BY m.added_at, u.id)
            FROM organisation_manager m JOIN "user" u ON u.id = m.user_id WHERE m.organisation_id = o.id) AS managers,
           (SELECT coalesce(json_agg(json_build_object('slug', c.slug, 'versionId', c.current_version_id, 'cohorts',
                      (SELECT coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) ORDER BY k.starts_on, k.id), '[]')
                       FROM cohort k WHERE k.course_id = c.id AND ${isJoinable(now)}))
                                     ORDER BY c.position, c.slug), '[]')
            FROM content_item c WHERE c.kind = 'course' AND c.is_listed AND c.current_version_id IS NOT NULL) AS courses
    FROM organisation o JOIN organisation_manager own ON own.organisation_id = o.id AND own.user_id = ${managerId}::uuid
    WHERE o.id = ${id}::uuid`)
  return row
}
