import type { StatusPurpose } from '#app/domain/credential/open-badge.ts'
import { type Db, db } from './client.server.ts'

/** The list on which places are drawn now: the newest of its purpose, made if there is none. */
export async function currentStatusList(tx: Db, purpose: StatusPurpose, now: Date): Promise<string> {
  const newest = await tx.statusList.findFirst({
    where: { purpose },
    orderBy: [{ createdAt: 'desc' }, { name: 'desc' }],
    select: { name: true },
  })
  return newest?.name ?? openStatusList(tx, purpose, now)
}

/** The next list of its purpose: `revocation-2` after `revocation-1`. Two who open it at once open one. */
export async function openStatusList(tx: Db, purpose: StatusPurpose, now: Date): Promise<string> {
  const name = `${purpose}-${(await tx.statusList.count({ where: { purpose } })) + 1}`
  await tx.statusList.createMany({ data: [{ name, purpose, createdAt: now }], skipDuplicates: true })
  return name
}

export type NewEntry = { listName: string; position: number; purpose: StatusPurpose; credentialId: string }

/** Takes these places, each unless it is taken. @returns those that were had. */
export function insertEntries(tx: Db, entries: readonly NewEntry[]): Promise<NewEntry[]> {
  return tx.statusListEntry.createManyAndReturn({
    data: [...entries],
    skipDuplicates: true,
    select: { listName: true, position: true, purpose: true, credentialId: true },
  })
}

export type StatusListRow = {
  name: string
  purpose: StatusPurpose
  /** The positions whose bit is set at this moment, in order. */
  set: number[]
}

/** One list with its set bits, worked out from what happened to the credentials on it. One statement. */
export async function findStatusList(name: string, now: Date): Promise<StatusListRow | undefined> {
  const [row] = await db().$queryRaw<StatusListRow[]>`
    SELECT l.name, l.purpose::text, coalesce(array_agg(e.position ORDER BY e.position) FILTER (WHERE e.is_set), '{}') AS set
    FROM status_list l
    LEFT JOIN LATERAL (
      SELECT DISTINCT ON (en.position) en.position,
             l.purpose = 'revocation' OR (ev.kind = 'suspended' AND (ev.until IS NULL OR ev.until > ${now}::timestamptz)) AS is_set
      FROM status_list_entry en
      JOIN credential_event ev ON ev.credential_id = en.credential_id AND ev.at <= ${now}::timestamptz
       -- One that was superseded counts as revoked: the standard has no word for it.
       AND ev.kind = ANY(CASE l.purpose WHEN 'revocation' THEN ARRAY['revoked', 'superseded']::credential_event_kind[]
                                        ELSE ARRAY['suspended', 'lifted']::credential_event_kind[] END)
      WHERE en.list_name = l.name
      ORDER BY en.position, ev.at DESC, ev.id DESC
    ) e ON true
    WHERE l.name = ${name}
    GROUP BY l.name, l.purpose`
  return row
}

/** The names of all lists. */
export async function listStatusLists(): Promise<string[]> {
  const rows = await db().statusList.findMany({ select: { name: true }, orderBy: { name: 'asc' } })
  return rows.map(({ name }) => name)
}
