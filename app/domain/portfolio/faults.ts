/** What stands against an entry, as a sentence by the name of its field; `''` is the entry as a whole. */
export type EntryFaults = Record<string, string>

/** Only what is there: the first sentence of each field stands. */
export function faultsOf(found: readonly (readonly [field: string, message: string | false | null])[]): EntryFaults {
  const faults: EntryFaults = {}
  for (const [field, message] of found) if (message && !(field in faults)) faults[field] = message
  return faults
}
