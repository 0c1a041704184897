import { createHmac } from 'node:crypto'
import { type Hit, sameAs } from '#app/domain/screen/hit.ts'
import { settings } from '#app/env.server.ts'

const DIGEST_LENGTH = 16

/**
 * What a hit goes by where it must not be named: in a form's fields, in the database, in the audit trail. Keyed, since a name or a
 * number is soon found by trying all of them against a plain hash; 96 bits.
 */
export const digestOf = (hit: Hit): string =>
  createHmac('sha256', settings().SESSION_SECRET)
    .update(`identifier:${sameAs(hit)}`)
    .digest('base64url')
    .slice(0, DIGEST_LENGTH)
