import { createHash } from 'node:crypto'

/** JSON with its fields in one order, whatever order they were written in: the same content gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`
}

/** SHA-256 of the canonical JSON, in hex. */
export const digestOf = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex')
