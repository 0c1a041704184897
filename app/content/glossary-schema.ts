import { z } from 'zod'
import type { Reference } from './bibliography.ts'
import { confirm, plainText, slug, text } from './words.ts'

/** The words of the field by the name that is their anchor on `/glossary`. */
export const glossarySchema = z.record(
  slug,
  z.strictObject({
    term: plainText,
    /** Other words by which a lesson may point at it. */
    forms: z.array(plainText).default([]),
    /** What the card in a lesson says: it stands by itself. */
    brief: plainText,
    /** Goes on from there. May cite. */
    more: text,
    /** The lesson that teaches it, `course/lesson`. */
    lesson: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be course/lesson'),
    see: z.array(slug).default([]),
    confirm,
  }),
)

export type GlossaryFile = z.output<typeof glossarySchema>

type TermFields = GlossaryFile[string]

export type Term = Omit<TermFields, 'confirm' | 'lesson' | 'see'> & {
  slug: string
  lesson: { course: string; slug: string; title: string }
  see: { slug: string; term: string }[]
}

/** As published: the terms in the order of the alphabet, and the works that they cite. */
export type Glossary = { terms: Term[]; references: Reference[] }

/** What a lesson keeps of a term that it marks: the words of the mark, in lower case, and what the card says. */
export type MarkedTerm = { words: string; slug: string; term: string; brief: string }

/** A `[[term]]` mark in running text. */
export const TERM = /\[\[([^[\]\n]+)\]\]/g

/** The words of every mark in a line of text, in order, as the glossary is asked for them. */
export const markedWords = (line: string): string[] =>
  [...line.matchAll(TERM)].map(([, words = '']) => words.toLowerCase())

/** Every word that points at a term, in lower case. */
export const wordsOf = ({ term, forms }: Pick<TermFields, 'term' | 'forms'>): string[] =>
  [term, ...forms].map((words) => words.toLowerCase())

/** The name of the term that each word points at. */
export const termsByWords = (glossary: GlossaryFile): Map<string, string> =>
  new Map(Object.entries(glossary).flatMap(([name, term]) => wordsOf(term).map((words) => [words, name])))
