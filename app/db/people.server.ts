import type { Profession, Role } from '#app/domain/people.ts'
import { db } from './client.server.ts'

export type PersonRow = {
  id: string
  name: string
  email: string
  profession: Profession
  isConfirmed: boolean
  roles: Role[]
}

type Page<Row> = { rows: Row[]; total: number }

/** A search term as a pattern: `%` and `_` that somebody typed mean themselves. */
const containing = (term: string) => `%${term.replace(/[\\%_]/g, '\\$&')}%`

/** People by name whose name or e-mail contains `term`, with the roles held now. One statement. */
export async function searchPeople(
  term: string,
  { offset, limit, now }: { offset: number; limit: number; now: Date },
): Promise<Page<PersonRow>> {
  const pattern = containing(term)
  const rows = await db().$queryRaw<(PersonRow & { total: number })[]>`
    SELECT u.id, u.name, u.email, u.profession::text AS profession, u.email_confirmed_at IS NOT NULL AS "isConfirmed",
           ARRAY(SELECT DISTINCT g.role::text FROM role_grant g WHERE g.user_id = u.id AND g.starts_at <= ${now}
                 AND (g.ends_at IS NULL OR g.ends_at > ${now})) AS roles,
           count(*) OVER ()::int AS total
    FROM "user" u
    WHERE u.name ILIKE ${pattern} OR u.email ILIKE ${pattern}
    ORDER BY lower(u.name), u.id
    LIMIT ${limit} OFFSET ${offset}`
  return { rows: rows.map(({ total: _, ...person }) => person), total: rows[0]?.total ?? 0 }
}

/** One person as the administration sees them; without marks, answers or notices. */
export async function findPerson(personId: string) {
  const person = await db().user.findUnique({
    where: { id: personId },
    select: {
      id: true,
      name: true,
      email: true,
      emailConfirmedAt: true,
      passwordHash: true,
      profession: true,
      regulator: true,
      registrationNumber: true,
      employer: true,
      createdAt: true,
    },
  })
  if (!person) return undefined
  const { passwordHash, ...facts } = person
  return { ...facts, hasPassword: passwordHash !== null }
}
