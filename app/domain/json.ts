export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/**
 * Whether something that `JSON.parse` gave is nested deeper than `limit`. A loop over a list, no recursion: what is
 * measured may be hostile, and whatever reads it afterwards may recurse.
 */
export function isDeeperThan(value: unknown, limit: number): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((part) => (typeof part === 'object' && part !== null ? Object.values(part) : []))
  }
  return false
}

/**
 * The same value without the two things that a jsonb column cannot hold: NUL and half of a surrogate pair. Recursive, so
 * measure the depth first.
 */
export function storableJson(value: Json): Json {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  if (Array.isArray(value)) return value.map(storableJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key.replaceAll('\0', '').toWellFormed(), storableJson(part)]),
  )
}

/** The same value with the keys of every object in the order of the alphabet, so that their order tells nothing of where it comes from. */
export function withKeysInOrder<Value>(value: Value): Value {
  const inOrder = (_: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  return JSON.parse(JSON.stringify(value, inOrder))
}

/** JSON with its fields in one order, whatever order they were written in: the same content gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`).join(',')}}`
}

/** Whether two values say the same. The order of keys says nothing: the database does not keep it. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [ours, theirs] = [withoutAbsent(one), withoutAbsent(other)]
  return (
    ours.size === theirs.size && [...ours].every(([key, part]) => theirs.has(key) && isSameJson(part, theirs.get(key)))
  )
}

/** JSON has no `undefined`: a key with it is a key that is not there. */
const withoutAbsent = (value: object): Map<string, unknown> =>
  new Map(Object.entries(value).filter(([, part]) => part !== undefined))
