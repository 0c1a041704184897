import type { FormFields } from '#app/domain/form-draft.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A password, a file and what is declared anew each time are never kept; what is hidden is the page's and not the writer's. */
const NEVER_KEPT =
  'input:is([type=hidden], [type=password], [type=file], [autocomplete=one-time-code]), [data-not-kept], [data-not-kept] *'

/** What stands in a form's fields now. */
export const readFields = (form: HTMLFormElement): FormFields => gather(form, valuesOf)

/** What stood in them when the page came, whatever a browser or its owner has put there since. */
export const readShown = (form: HTMLFormElement): FormFields => gather(form, shownIn)

/** Puts values into a form's fields, and opens what they are folded into where they are not those that the page came with. */
export function placeFields(form: HTMLFormElement, fields: FormFields): void {
  const places = new Map(Object.entries(fields).map(([name, values]) => [name, [...values]]))
  for (const control of controlsOf(form)) {
    place(control, places.get(control.name) ?? [])
    if (valuesOf(control).join('\n') !== shownIn(control).join('\n')) unfold(control)
  }
}

/** What a field is called on its page: the legend of a group, else its label. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const control = controlsOf(form).find((one) => one.name === name)
  const group = control && isTicked(control) ? control.closest('fieldset')?.querySelector('legend') : null
  return (group ?? control?.labels?.[0])?.textContent?.replace(/\*$/, '') ?? name
}

/** Values as their page says them: what is chosen by its label. */
export function wordsOf(form: HTMLFormElement, name: string, values: readonly string[] = []): string {
  const controls = controlsOf(form).filter((one) => one.name === name)
  const said = (value: string) => {
    const option = controls.find((one) => isTicked(one) && one.value === value)
    const choices = controls.flatMap((one) => (one instanceof HTMLSelectElement ? [...one.options] : []))
    return option?.labels?.[0]?.textContent ?? choices.find((one) => one.value === value)?.text ?? value
  }
  return values.map(said).join(', ')
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !element.matches(NEVER_KEPT),
  )
}

function gather(form: HTMLFormElement, read: (control: Control) => string[]): FormFields {
  const fields: Record<string, string[]> = {}
  for (const control of controlsOf(form)) fields[control.name] = [...(fields[control.name] ?? []), ...read(control)]
  return fields
}

const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)

function valuesOf(control: Control): string[] {
  if (isTicked(control)) return control.checked ? [control.value] : []
  return control instanceof HTMLSelectElement ? [...control.selectedOptions].map(({ value }) => value) : [control.value]
}

function shownIn(control: Control): string[] {
  if (isTicked(control)) return control.defaultChecked ? [control.value] : []
  if (!(control instanceof HTMLSelectElement)) return [control.defaultValue]
  const chosen = [...control.options].filter(({ defaultSelected }) => defaultSelected)
  return (chosen.length > 0 || control.multiple ? chosen : [...control.options].slice(0, 1)).map(({ value }) => value)
}

/** Several fields of one name have their values in the order of the page. */
function place(control: Control, values: string[]): void {
  if (isTicked(control)) control.checked = values.includes(control.value)
  else if (control instanceof HTMLSelectElement)
    for (const option of control.options) option.selected = values.includes(option.value)
  else control.value = values.shift() ?? ''
}

function unfold(control: Control): void {
  for (let at: Element | null = control; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true
}
