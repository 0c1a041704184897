/** What stands in the fields of a form, by name; a group of boxes has one value for each that is ticked. */
export type FormFields = Readonly<Record<string, readonly string[]>>

/** What somebody changed in a form and has not sent: `from` stood in the field, `to` is what they put there. */
export type FormChanges = Readonly<Record<string, { from: readonly string[]; to: readonly string[] }>>

const isSame = (one: readonly string[] = [], other: readonly string[] = []) =>
  one.length === other.length && one.every((value, at) => value === other[at])

/**
 * What was changed since the page was opened. A form that came back with a fault shows what was typed as if it had always stood there:
 * `kept` still knows what it was written over.
 * @param shown what stood in the fields when the page was opened
 */
export function changesIn(now: FormFields, shown: FormFields, kept: FormChanges = {}): FormChanges {
  const changes = Object.entries(now).flatMap(([name, to]) => {
    const known = kept[name]
    const from = known && isSame(known.to, shown[name]) ? known.from : (shown[name] ?? [])
    return isSame(from, to) ? [] : [[name, { from, to }] as const]
  })
  return Object.fromEntries(changes)
}

/** The fields as they were left. What the form no longer has is left out. */
export const broughtBack = (changes: FormChanges, shown: FormFields): FormFields =>
  Object.fromEntries(Object.entries(shown).map(([name, values]) => [name, changes[name]?.to ?? values]))

/** Whether the page shows something else than what the changes were written over: then nobody may lose it unseen. */
export const areWrittenOver = (changes: FormChanges, shown: FormFields): boolean =>
  Object.entries(changes).every(
    ([name, { from, to }]) => !(name in shown) || isSame(shown[name], from) || isSame(shown[name], to),
  )

/** Whether the page shows them already, as a form does that came back with a fault. */
export const areShown = (changes: FormChanges, shown: FormFields): boolean =>
  Object.entries(changes).every(([name, { to }]) => !(name in shown) || isSame(shown[name], to))
