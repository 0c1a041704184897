import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import type { LessonProse } from './lessons.ts'

const SENTENCES = new Intl.Segmenter('en-GB', { granularity: 'sentence' })
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu

/**
 * How hard a lesson is to read, as the grade of Flesch and Kincaid (1975): years at an American school. It counts syllables and the length of
 * sentences and knows nothing of what they say, so it is reported and never a fault.
 */
export function readingGrade({ paragraphs }: Pick<LessonProse, 'paragraphs'>): number {
  const sentences = paragraphs.flatMap((text) =>
    [...SENTENCES.segment(text)].filter(({ segment }) => WORD.test(segment)),
  )
  const words = paragraphs.flatMap((text) => text.match(WORD) ?? [])
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0)
  return fleschKincaid({ sentence: sentences.length, word: words.length, syllable: syllables })
}

/** One line for each lesson, in the order of the catalogue. */
export const listLevels = (lessons: readonly LessonProse[]): string[] =>
  lessons.map((lesson) => {
    const grade = readingGrade(lesson).toFixed(1).padStart(5)
    return `  grade ${grade}  ${String(lesson.words).padStart(5)} words  ${String(lesson.minutes).padStart(3)} minutes  ${lesson.name}`
  })
