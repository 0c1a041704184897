import { sentencesOf } from '../passages.ts'
import { type Annotation, type AskedCoding, textsOf } from './annotation.ts'
import { keyedField, passageOfField } from './answer-fields.ts'

type Fields = Readonly<Record<string, string>>

/**
 * A coding as a form without scripts shows it: at most one code for each sentence, and apart from that the passages that are no
 * whole sentence, or a second code of one.
 */
export type CodingBySentence = { codes: Map<string, string>; others: Annotation[] }

/** Splits a coding for a form that has one choice for each sentence; {@link passagesIn} puts it together again. */
export function bySentence(passages: readonly Annotation[], texts: readonly string[]): CodingBySentence {
  const split: CodingBySentence = { codes: new Map(), others: [] }
  for (const passage of passages) {
    const covered = sentencesOf(texts[passage.turn - 1] ?? '').flatMap(({ from, to }, place) =>
      from >= passage.from && to <= passage.to
        ? [{ from, to, name: keyedField.sentence(passage.turn, place + 1) }]
        : [],
    )
    const isWhole = covered[0]?.from === passage.from && covered.at(-1)?.to === passage.to
    const isFree = covered.every(({ name }) => !split.codes.has(name))
    if (!isWhole || !isFree) split.others.push(passage)
    else for (const { name } of covered) split.codes.set(name, passage.code)
  }
  return split
}

/** The passages that a form names, as they were sent; null when it was sent before its page was ready to hold any. */
export function passagesIn(asked: AskedCoding, fields: Fields): Annotation[] | null {
  const way = fields[keyedField.way]
  if (way !== 'sentences' && way !== 'passages') return null
  const kept = Object.keys(fields).flatMap((name) => passageOfField(name) ?? [])
  return way === 'passages' ? kept : [...sentencesIn(asked, fields), ...kept]
}

const sentencesIn = (asked: AskedCoding, fields: Fields): Annotation[] =>
  textsOf(asked).flatMap((text, index) =>
    sentencesOf(text).flatMap(({ from, to }, place) => {
      const code = fields[keyedField.sentence(index + 1, place + 1)]
      return code ? [{ turn: index + 1, from, to, code }] : []
    }),
  )
