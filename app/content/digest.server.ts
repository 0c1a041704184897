import { createHash } from 'node:crypto'
import { canonicalJson } from '#app/domain/json.ts'

/** SHA-256 of the canonical JSON, in hex. */
export const digestOf = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex')
