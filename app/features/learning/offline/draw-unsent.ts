import { LESSON_END, type UnsentWork } from '#app/domain/offline.ts'
import { chosenOf } from './chosen-fields.ts'
import { markInText, unmark } from './mark-in-text.ts'
import { noteOf, quoteOf, sentenceOn, sentSentence } from './unsent-sentences.ts'

/** What is offered beside it; `write` for marked words alone. */
type Offers = { write(work: UnsentWork): void; forget(work: UnsentWork): void }

const DRAWN = 'data-unsent'

/** Shows on a lesson's page what only this device has of it (`left`), and what has been sent since the page was opened. Draws everything anew. */
export function drawUnsent(left: readonly UnsentWork[], sent: readonly UnsentWork[], offers: Offers): void {
  clear()
  for (const work of left) draw(work, [sentenceOn(work), ...buttonsFor(work, offers)])
  for (const work of sent) draw(work, [sentSentence(work), ' ', anewLink()])
}

function clear(): void {
  for (const one of document.querySelectorAll<HTMLElement>(`[${DRAWN}]`))
    if (one.tagName === 'MARK') unmark(one)
    else one.remove()
}

function draw(work: UnsentWork, words: (string | Node)[]): void {
  const said = element('p', 'unsent', ...words)
  said.role = 'status'
  said.setAttribute(DRAWN, work.refused ? 'refused' : '')
  if (work.kind === 'words') drawWords(work, said)
  else document.getElementById(work.kind === 'read' ? LESSON_END : work.place)?.prepend(said)
}

/** In the text where they stand, and among one's notes with what was written on them. */
function drawWords(work: UnsentWork, said: HTMLElement): void {
  for (const { anchor, from, to } of chosenOf(work.fields)) {
    const paragraph = document.getElementById(anchor)
    for (const mark of paragraph ? markInText(paragraph, { from, to }) : []) mark.setAttribute(DRAWN, '')
  }
  const written = noteOf(work)
    .split('\n')
    .filter((line) => line.trim() !== '')
  const item = element(
    'li',
    'grid gap-2',
    element('blockquote', 'own-quote', quoteOf(work) || (document.getElementById(work.place)?.textContent ?? '')),
    ...written.map((line) => element('p', 'wrap-anywhere', line)),
    said,
  )
  item.id = unsentAnchor(work)
  item.setAttribute(DRAWN, '')
  document.querySelector('[data-unsent-words]')?.append(item)
}

const unsentAnchor = ({ id }: Pick<UnsentWork, 'id'>) => `unsent-${id}`

function buttonsFor(work: UnsentWork, { write, forget }: Offers): (string | Node)[] {
  const buttons = []
  if (work.kind === 'words') buttons.push(button(writeLabel(work), () => write(work)))
  if (work.kind === 'words' || work.refused) buttons.push(button('Remove it from this device', () => forget(work)))
  return buttons.flatMap((one) => [' ', one])
}

function writeLabel(work: UnsentWork): string {
  if (work.isWriting) return 'Go on writing'
  return noteOf(work) === '' ? 'Write a note on it' : 'Change it'
}

function anewLink(): HTMLElement {
  const link = element('a', '', 'Load the lesson again')
  link.setAttribute('href', location.pathname)
  return link
}

/** For what one may do with something that only this device has. */
export function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = label
  made.addEventListener('click', press)
  return made
}

function element(name: string, className: string, ...inside: (string | Node)[]): HTMLElement {
  const made = document.createElement(name)
  made.className = className
  made.append(...inside)
  return made
}
