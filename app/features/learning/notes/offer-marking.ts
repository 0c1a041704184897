import { type ChosenWords, chosenWords } from './chosen-words.ts'

/** What a mark changes on the page, beside the form itself. */
const CHANGING = ['[data-reading]', '[data-own-notes]']

/** Shows the form for marking words while some are selected. To write on them is a page of its own; to mark them leaves the reader where they are. */
export function offerMarking(text: HTMLElement, form: HTMLFormElement): void {
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
    form.replaceChildren(
      ...[...form.children].filter(({ tagName }) => tagName !== 'INPUT'),
      ...chosen.flatMap(fieldsOf),
    )
    if ((event.submitter as HTMLButtonElement | null)?.value !== 'mark') return
    event.preventDefault()
    mark(form).catch(() => location.reload())
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
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const parts = CHANGING.map((name) => [document.querySelector(name), page.querySelector(name)] as const)
  if (!response.ok || parts.some(([shown, changed]) => !shown || !changed)) return location.reload()
  document.getSelection()?.removeAllRanges()
  for (const [shown, changed] of parts) if (shown && changed) takeOver(shown, changed)
}

/** What was unfolded stays so. */
function takeOver(shown: Element, changed: Element): void {
  const wasOpen = [...shown.querySelectorAll('details')].map(({ open }) => open)
  shown.replaceChildren(...changed.childNodes)
  for (const [index, details] of [...shown.querySelectorAll('details')].entries())
    details.open = wasOpen[index] ?? false
}
