import { type ChosenWords, chosenWords } from './chosen-words.ts'

/** What a mark changes on the page, beside the form itself. */
const CHANGING = ['[data-reading]', '[data-own-notes]']

/** How words are marked and written on where that is not left to the form. */
export type Marking = Record<'mark' | 'write', (chosen: ChosenWords[]) => Promise<void>>

/**
 * Shows the form for marking words while some are selected. To write on them is a page of its own; to mark them leaves the reader where they are.
 * @param onDevice how both are done on a device that keeps lessons.
 */
export function offerMarking(text: HTMLElement, form: HTMLFormElement, onDevice?: Marking): void {
  let chosen: ChosenWords[] = []

  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection()
    chosen = chosenWords(text, selection)
    form.hidden = chosen.length === 0
    if (chosen.length > 0 && selection) placeBelow(form, selection.getRangeAt(0).getBoundingClientRect())
  })
  // A press would take the selection away before it is read.
  form.addEventListener('mousedown', (event) => event.preventDefault())
  form.addEventListener('submit', (event) => {
    const intent = (event.submitter as HTMLButtonElement | null)?.value === 'mark' ? 'mark' : 'write'
    if (onDevice) {
      event.preventDefault()
      void onDevice[intent](chosen)
      return document.getSelection()?.removeAllRanges()
    }
    form.replaceChildren(
      ...[...form.children].filter(({ tagName }) => tagName !== 'INPUT'),
      ...chosen.flatMap(fieldsOf),
    )
    if (intent !== 'mark') return
    event.preventDefault()
    mark(form).catch(() => location.reload())
  })
  if (onDevice) offerParagraphs(onDevice)
}

/** The form for whoever has no way of selecting words: it is drawn anew with one's notes, so that it is met on its way up. */
function offerParagraphs({ write }: Marking): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement
    const paragraph = form.matches('[data-own-notes] form')
      ? document.getElementById(String(new FormData(form).get('anchor')))
      : null
    if (!paragraph) return
    event.preventDefault()
    void write([{ anchor: paragraph.id, from: 0, to: paragraph.textContent.length }])
  })
}

function placeBelow(form: HTMLFormElement, { left, bottom }: DOMRect): void {
  form.style.setProperty('--chosen-left', `${left + window.scrollX}px`)
  form.style.setProperty('--chosen-bottom', `${bottom + window.scrollY}px`)
}

const fieldsOf = (words: ChosenWords): HTMLInputElement[] =>
  Object.entries(words).map(([name, value]) => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'hidden', name, value: String(value) })
    return input
  })

/** Sends the form and takes over, from the lesson that comes back, what has changed in it. */
async function mark(form: HTMLFormElement): Promise<void> {
  const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)])
  const response = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams([...fields, ['intent', 'mark']]),
  })
  if (!response.ok || !showLessonAnew(await response.text())) return location.reload()
  document.getSelection()?.removeAllRanges()
}

/** Takes over what a mark changes from the lesson as the server has it. @returns whether it could. */
export function showLessonAnew(html: string): boolean {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const parts = CHANGING.map((name) => [document.querySelector(name), page.querySelector(name)] as const)
  if (parts.some(([shown, changed]) => !shown || !changed)) return false
  for (const [shown, changed] of parts) if (shown && changed) takeOver(shown, changed)
  return true
}

/** What was unfolded stays so. */
function takeOver(shown: Element, changed: Element): void {
  const wasOpen = [...shown.querySelectorAll('details')].map(({ open }) => open)
  shown.replaceChildren(...changed.childNodes)
  for (const [index, details] of [...shown.querySelectorAll('details')].entries())
    details.open = wasOpen[index] ?? false
}
