import { Fragment, type ReactNode } from 'react'
import { CITATION, type Reference } from './bibliography.ts'
import { citationOf, referenceId } from './cite.ts'
import { type MarkedTerm, TERM } from './glossary-schema.ts'
import { citedKeys } from './markdown.ts'
import { TermButton } from './term-cards.tsx'

/** What belongs to a word before it, and stands on its line. */
const CLOSING = /^[.,;:!?)\]’”'"…]+/
const MARK = new RegExp(`${CITATION.source}|${TERM.source}`, 'g')

type RunningTextProps = {
  text: string
  references: readonly Reference[]
  terms?: readonly MarkedTerm[] | undefined
}

/** Running text whose `[@key]` marks lead to the list of references, and whose `[[term]]` marks open a card. */
export function RunningText({ text, references, terms = [] }: RunningTextProps) {
  const parts: { from: number; before: string; mark: ReactNode }[] = []
  let end = 0
  for (const match of text.matchAll(MARK)) {
    const [mark, , words] = match
    const before = text.slice(end, match.index)
    end = match.index + mark.length
    const [closing = ''] = (words && CLOSING.exec(text.slice(end))) || []
    end += closing.length
    const shown = words ? (
      <Term words={words} terms={terms} closing={closing} />
    ) : (
      <Citation mark={mark} references={references} />
    )
    parts.push({ from: match.index, before, mark: shown })
  }
  if (parts.length === 0) return text
  return (
    <>
      {parts.map(({ from, before, mark }) => (
        <Fragment key={from}>
          {before}
          {mark}
        </Fragment>
      ))}
      {text.slice(end)}
    </>
  )
}

type TermProps = { words: string; terms: readonly MarkedTerm[]; closing: string }

/** A term that nobody has explained stays a word. A line may break after a button, whatever follows it: what closes the word is held to it. */
function Term({ words, terms, closing }: TermProps) {
  const term = terms.find((one) => one.words === words.toLowerCase())
  if (!term) return words + closing
  const button = <TermButton term={term}>{words}</TermButton>
  if (closing === '') return button
  return (
    <span className="whitespace-nowrap">
      {button}
      {closing}
    </span>
  )
}

function Citation({ mark, references }: { mark: string; references: readonly Reference[] }) {
  const keys = citedKeys(mark)
  const works = references.filter(({ key }) => keys.includes(key))
  if (works.length === 0) return null
  return (
    <span className="citation">
      (
      {works.map((work, index) => (
        <Fragment key={work.key}>
          {index > 0 && '; '}
          <a href={`#${referenceId(work.key)}`}>{citationOf(work)}</a>
        </Fragment>
      ))}
      )
    </span>
  )
}
