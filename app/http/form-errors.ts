import type { FormFault } from './form.server.ts'

/** What stands in the summary above a form that came back: each message with the field that it belongs to. */
export const errorsOf = (fault: FormFault | undefined): { id: string; message: string }[] =>
  Object.entries(fault?.errors ?? {}).flatMap(([id, messages]) => messages.map((message) => ({ id, message })))

/** Of these, what belongs to no field: it stands above a form whose fields say the rest themselves. */
export const wholeErrorsOf = (fault: FormFault | undefined): { id: string; message: string }[] =>
  (fault?.errors[''] ?? []).map((message) => ({ id: '', message }))

/** What was typed into a field of a form that came back; empty for one that nothing came back of. */
export const typedIn = (fault: Pick<FormFault, 'values'> | undefined, name: string): string =>
  [fault?.values[name] ?? ''].flat()[0] ?? ''

/** Of several forms on a page, what is wrong with those that mean one of these. */
export const faultOf = <Fault extends Pick<FormFault, 'values'>>(
  fault: Fault | undefined,
  ...intents: readonly string[]
): Fault | undefined => (intents.includes(typedIn(fault, 'intent')) ? fault : undefined)

/**
 * What each field of a form has in common, to be spread into it: its name, what stands in it (as it was typed, or else as it is known)
 * and what is wrong with it.
 */
export const fieldsIn =
  (fault: FormFault | undefined, known: Readonly<Record<string, string>> = {}) =>
  (name: string) => ({
    name,
    defaultValue: fault && name in fault.values ? typedIn(fault, name) : (known[name] ?? ''),
    errors: fault?.errors[name],
  })
