import type { Inserted } from '#app/domain/comment-bank.ts'

const areaOf = (field: string) => {
  const area = document.getElementById(field)
  return area instanceof HTMLTextAreaElement ? area : null
}

export const textIn = (field: string): string => areaOf(field)?.value ?? ''

/** Writes into a comment field as a person does, so that the draft takes note. */
export function writeInto(field: string, { text, from, to }: Inserted): void {
  const area = areaOf(field)
  if (!area) return
  area.focus()
  area.setRangeText(text, 0, area.value.length, 'end')
  area.setSelectionRange(from, to)
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
