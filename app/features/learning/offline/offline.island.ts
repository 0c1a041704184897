import { button } from './draw-unsent.ts'
import { keptLessons } from './kept-lessons.ts'
import { noteOf, sentenceOn } from './unsent-sentences.ts'
import { forgetWork, unsentWork } from './unsent-work.ts'

/** Fills the page that a device shows without a network: from what it keeps itself. */
const part = (name: string) => document.querySelector<HTMLElement>(`[data-offline="${name}"]`)

function line(href: string, words: string, rest = ''): HTMLLIElement {
  const link = document.createElement('a')
  link.href = href
  link.textContent = words
  const item = document.createElement('li')
  item.append(link, rest)
  return item
}

function quotation(words: string): HTMLElement {
  const quote = document.createElement('blockquote')
  quote.className = 'own-quote whitespace-pre-line'
  quote.textContent = words
  return quote
}

part('elsewhere')?.toggleAttribute('hidden', location.pathname === '/offline')
const kept = await keptLessons()
const titles = new Map(kept?.pages.map(({ href, title }) => [href, title]))
for (const [course, pages] of Map.groupBy(kept?.pages ?? [], (page) => page.course)) {
  const heading = document.createElement('h3')
  heading.className = 'mt-6 mb-1 text-lg'
  heading.textContent = course
  const list = document.createElement('ol')
  list.append(...pages.map(({ href, title }) => line(href, title)))
  part('lessons')?.append(heading, list)
}
part('none')?.toggleAttribute('hidden', (kept?.pages.length ?? 0) > 0)

const unsent = await unsentWork()
part('unsent')?.toggleAttribute('hidden', unsent.length === 0)
for (const work of unsent) {
  const item = line(`${work.path}#${work.place}`, titles.get(work.path) ?? work.path, '. ')
  item.className = 'unsent'
  item.append(sentenceOn(work))
  if (noteOf(work) !== '') item.append(quotation(noteOf(work)))
  if (work.refused)
    item.append(
      ' ',
      button('Remove it from this device', () => void forgetWork(work.id).then(() => item.remove())),
    )
  part('work')?.append(item)
}
part('leaving')?.toggleAttribute('hidden', unsent.length === 0 || !new URLSearchParams(location.search).has('leaving'))
