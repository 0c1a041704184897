import type { ReactNode } from 'react'
import type { Passage } from '#app/domain/passages.ts'
import './passages.css'
import { annotate } from './annotate.ts'
import type { RichDocument } from './document.ts'
import { plainTextOf } from './plain-text.ts'
import { type HeadingLevel, RichText } from './render-document.tsx'

export type PassageNote = Passage & {
  text: ReactNode
  /** Whose comment it is, or what it is about: stands before it. */
  label?: ReactNode
  /** Where two people's stand in one text, the second's look different. */
  isSecond?: boolean
  /** What can be done with it. */
  actions?: ReactNode
}

type AnnotatedDocumentProps = {
  document: RichDocument
  notes: readonly PassageNote[]
  /** Begins the ids of its notes: one for each document of a page. */
  id: string
  headingLevel?: HeadingLevel
  /** The number of the first note, where several documents are numbered through. */
  firstNumber?: number
}

/**
 * What somebody wrote, with comments on passages of it: each passage is marked and numbered, and the comments follow below, each
 * with the words that it stands at. Places count in `plainTextOf`.
 */
export function AnnotatedDocument({ document, notes, id, headingLevel = 3, firstNumber = 1 }: AnnotatedDocumentProps) {
  const text = plainTextOf(document)
  const numbered = notes
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((note, at) => ({ ...note, number: firstNumber + at, noteId: `${id}-note-${firstNumber + at}` }))
  return (
    <>
      <RichText
        document={annotate(
          document,
          numbered.map(({ from, to, number, noteId, isSecond = false }) => ({ from, to, number, noteId, isSecond })),
        )}
        headingLevel={headingLevel}
      />
      {numbered.length > 0 && (
        <ol className="passage-notes" aria-label="Comments on passages">
          {numbered.map(({ number, noteId, from, to, label, text: words, isSecond, actions }) => (
            <li key={noteId} id={noteId} tabIndex={-1} data-second={isSecond || undefined}>
              <a href={`#to-${noteId}`} aria-label={`Comment ${number}: go to its passage`} className="number">
                {number}
              </a>
              <div>
                {label && <b>{label}</b>}
                <q>{shortened(text.slice(from, to))}</q>
                <div className="words">{words}</div>
                {actions}
              </div>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

const QUOTE_CHARACTERS = 90

/** Enough of a long passage to know it again: its beginning and its end. */
export function shortened(quote: string): string {
  const line = quote.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= QUOTE_CHARACTERS) return line
  const half = QUOTE_CHARACTERS / 2
  return `${line.slice(0, half).trimEnd()} … ${line.slice(-half).trimStart()}`
}
