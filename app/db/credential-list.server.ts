import type { CredentialKind } from '#app/domain/credential/kinds.ts'
import type { CredentialState } from '#app/domain/credential/state.ts'
import { db, Prisma } from './client.server.ts'
import { stateAt } from './credential-state.server.ts'
import { containing, foldedColumn } from './folded-name.server.ts'

export type ListedCredential = {
  number: string
  holderName: string
  title: string
  issuedAt: Date
  validUntil: Date | null
  state: CredentialState['state']
  /** A correction is asked for. */
  isAsked: boolean
}

export type CredentialSearch = {
  number?: string | undefined
  /** Without dashes; it or the name is enough. */
  numberPart?: string | undefined
  /** Of the holder, as printed or as it is today. */
  name?: string | undefined
  kind?: CredentialKind | undefined
  /** As it is at `now`. */
  state?: CredentialState['state'] | undefined
  /** Only those of which a correction is asked for. */
  isAsked?: boolean | undefined
  now: Date
  limit: number
  offset: number
}

const isAsked = Prisma.sql`EXISTS (SELECT 1 FROM correction_request q WHERE q.credential_id = c.id AND q.closed_at IS NULL)`

/** Everything that was issued, the newest first. One statement. */
export async function listCredentials(search: CredentialSearch): Promise<{ rows: ListedCredential[]; total: number }> {
  const { number = null, numberPart = null, name, kind = null, state = null, now, limit, offset } = search
  const pattern = name ? containing(name) : null
  const stateNow = stateAt(Prisma.sql`c`, now)
  // The state is worked out once more for the rows of the page alone: without a filter by it no other row is asked.
  const rows = await db().$queryRaw<(ListedCredential & { total: number })[]>`
    SELECT c.number, c.holder_name AS "holderName", c.title, c.issued_at AS "issuedAt", c.valid_until AS "validUntil",
           ${stateNow} AS state, ${isAsked} AS "isAsked", c.total
    FROM (
      SELECT c.*, count(*) OVER ()::int AS total
      FROM credential c JOIN "user" u ON u.id = c.user_id
      WHERE (${number}::text IS NULL OR c.number = ${number})
        AND (${pattern}::text IS NULL OR ${foldedColumn(Prisma.sql`c.holder_name`)} LIKE ${pattern}
             OR ${foldedColumn(Prisma.sql`u.name`)} LIKE ${pattern}
             OR position(${numberPart}::text IN replace(substr(c.number, 5), '-', '')) > 0)
        AND (${kind}::text IS NULL OR c.kind::text = ${kind})
        AND (${state}::text IS NULL OR ${stateNow} = ${state})
        AND (${search.isAsked ?? false} = false OR ${isAsked})
      ORDER BY c.issued_at DESC, c.number LIMIT ${limit} OFFSET ${offset}
    ) c
    ORDER BY c.issued_at DESC, c.number`
  return { rows: rows.map(({ total: _, ...credential }) => credential), total: rows[0]?.total ?? 0 }
}
