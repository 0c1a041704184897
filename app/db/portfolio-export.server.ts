import type { Json } from '#app/domain/json.ts'
import { db } from './client.server.ts'

export type ExportedVersion = { entryId: string; number: number; madeAt: string; body: Json }

export type BesideEntries = {
  /** Every version of every entry that is in the portfolio, in their order; what was erased is gone. */
  versions: ExportedVersion[]
  supervisors: { id: string; name: string }[]
  declarations: { requirement: string; on: string; isWithdrawn: boolean }[]
  placements: { pathway: string; version: number; placedAt: string }[]
}

/** What belongs to somebody's portfolio beside the entries as they stand. One statement. */
export async function readBesideEntries(ownerId: string): Promise<BesideEntries> {
  const [row] = await db().$queryRaw<BesideEntries[]>`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('entryId', v.entry_id, 'number', v.number, 'madeAt', v.made_at, 'body', v.body)
                                ORDER BY v.entry_id, v.number), '[]')
       FROM portfolio_version v JOIN portfolio_entry e ON e.id = v.entry_id
       WHERE e.owner_id = ${ownerId}::uuid AND e.removed_at IS NULL AND v.erased_at IS NULL) AS versions,
      (SELECT coalesce(json_agg(json_build_object('id', u.id, 'name', u.name)), '[]') FROM "user" u
       WHERE u.id::text IN (SELECT v.body ->> 'supervisorId' FROM portfolio_version v JOIN portfolio_entry e ON e.id = v.entry_id
                            WHERE e.owner_id = ${ownerId}::uuid)) AS supervisors,
      (SELECT coalesce(json_agg(json_build_object('requirement', s.requirement_id, 'on', to_char(s.checked_on, 'YYYY-MM-DD'),
                                'isWithdrawn', NOT s.is_accepted) ORDER BY s.checked_at, s.id), '[]')
       FROM staff_check s WHERE s.user_id = ${ownerId}::uuid AND s.subject = 'attestation') AS declarations,
      (SELECT coalesce(json_agg(json_build_object('pathway', v.body ->> 'title', 'version', (v.body ->> 'version')::int,
                                'placedAt', p.placed_at) ORDER BY p.placed_at, p.id), '[]')
       FROM pathway_placement p JOIN content_version v ON v.id = p.version_id WHERE p.user_id = ${ownerId}::uuid) AS placements`
  return row ?? { versions: [], supervisors: [], declarations: [], placements: [] }
}
