import { db } from './client.server.ts'

export type RateWindow = { key: string; count: number; endsAt: Date }

/** Counts so many more attempts under each key, in one atomic statement, and gives the counts including these. */
export async function countAttempts(
  keys: readonly string[],
  attempts: number,
  now: Date,
  windowEndsAt: Date,
): Promise<RateWindow[]> {
  // Always in the same order, so that two requests never wait for each other.
  const sorted = [...keys].sort()
  return db().$queryRaw<RateWindow[]>`
    INSERT INTO rate_window AS w (key, count, ends_at)
    SELECT key, ${attempts}::int, ${windowEndsAt}::timestamptz FROM unnest(${sorted}::text[]) AS key
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN w.ends_at <= ${now}::timestamptz THEN excluded.count ELSE w.count + excluded.count END,
      ends_at = CASE WHEN w.ends_at <= ${now}::timestamptz THEN excluded.ends_at ELSE w.ends_at END
    RETURNING key, count, ends_at AS "endsAt"`
}

export async function forgetAttempts(key: string): Promise<void> {
  await db().rateWindow.deleteMany({ where: { key } })
}

export async function deleteEndedWindows(now: Date): Promise<number> {
  return (await db().rateWindow.deleteMany({ where: { endsAt: { lte: now } } })).count
}
