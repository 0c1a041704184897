import { keptLessons } from './kept-lessons.ts'
import { forgetButton, sentenceOn } from './show-unsent.ts'
import { unsentAnswers } from './unsent-answers.ts'

/** Fills the page that a device shows without a network: from what it keeps itself. */
const part = (name: string) => document.querySelector<HTMLElement>(`[data-offline="${name}"]`)

function line(href: string, words: string, rest: string): HTMLLIElement {
  const link = document.createElement('a')
  link.href = href
  link.textContent = words
  const item = document.createElement('li')
  item.append(link, rest)
  return item
}

const kept = await keptLessons()
const titles = new Map(kept?.pages.map(({ href, title }) => [href, title]))
part('lessons')?.append(...(kept?.pages ?? []).map(({ href, title, course }) => line(href, title, `, ${course}`)))
part('none')?.toggleAttribute('hidden', (kept?.pages.length ?? 0) > 0)

const unsent = await unsentAnswers()
part('unsent')?.toggleAttribute('hidden', unsent.length === 0)
for (const answer of unsent) {
  const item = line(`${answer.path}#question-${answer.question}`, titles.get(answer.path) ?? answer.path, '. ')
  item.append(sentenceOn(answer))
  if (answer.refused) item.append(' ', forgetButton(answer, item))
  part('answers')?.append(item)
}
part('leaving')?.toggleAttribute('hidden', unsent.length === 0 || !new URLSearchParams(location.search).has('leaving'))
