import { Prisma } from './client.server.ts'

/**
 * `credentialState` as SQL, for lists that are filtered by it; a test holds the two together.
 * @param credential the alias of a row with `id` and `valid_until`.
 */
export const stateAt = (credential: Prisma.Sql, at: Date): Prisma.Sql => Prisma.sql`(
  SELECT CASE
    WHEN bool_or(ev.kind = 'revoked') THEN 'revoked'
    WHEN bool_or(ev.kind = 'superseded') THEN 'superseded'
    WHEN bool_or(ev.kind = 'lapsed') THEN 'lapsed'
    WHEN ${credential}.valid_until < ${at}::timestamptz THEN 'expired'
    WHEN (array_agg(ev.kind = 'suspended' AND (ev.until IS NULL OR ev.until > ${at}::timestamptz) ORDER BY ev.at DESC, ev.id DESC)
          FILTER (WHERE ev.kind IN ('suspended', 'lifted')))[1] THEN 'suspended'
    ELSE 'valid' END
  FROM credential_event ev WHERE ev.credential_id = ${credential}.id AND ev.at <= ${at}::timestamptz)`
