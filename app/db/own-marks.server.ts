import { db } from './client.server.ts'

/** Global levels of a marker's own locked marks of trainees' answers, in the order of their locking; the last so many. One statement. */
export async function findOwnLevels(markerId: string, limit: number): Promise<number[]> {
  const [row] = await db().$queryRaw<{ levels: number[] }[]>`
    SELECT coalesce(array_agg(recent.level ORDER BY recent.at, recent.id), '{}') AS levels
    FROM (SELECT m.global_level AS level, m.locked_at AS at, m.id
          FROM mark m JOIN allocation al ON al.id = m.allocation_id
          WHERE m.marker_id = ${markerId}::uuid AND al.attempt_id IS NOT NULL
          ORDER BY m.locked_at DESC, m.id DESC LIMIT ${limit}) recent`
  return row?.levels ?? []
}
