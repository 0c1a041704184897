import type { FormFault } from '#app/http/form.server.ts'

/** What a form begins with, by the name of its field. A ticked box is `on`. */
export type InitialFields = Record<string, string | readonly string[]>

/** What the fields of a form show: what was typed when it came back, else what it begins with. */
export function typedFields(fault: FormFault | undefined, initial: InitialFields) {
  const shown: InitialFields = fault?.values ?? initial
  const listOf = (name: string): string[] => [shown[name] ?? []].flat()
  return {
    text: (name: string) => ({ name, errors: fault?.errors[name], defaultValue: listOf(name)[0] ?? '' }),
    list: (name: string) => ({ name, errors: fault?.errors[name], defaultValue: listOf(name) }),
    box: (name: string) => ({ name, errors: fault?.errors[name], defaultChecked: listOf(name).includes('on') }),
  }
}

export type TypedFields = ReturnType<typeof typedFields>
