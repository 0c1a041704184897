import type { Reference } from '#app/content/bibliography.ts'
import type { Lesson } from '#app/content/course-schema.ts'
import { type ContainerDirective, isBlock, settingsOf } from '#app/content/lesson-format.ts'
import { parseMarkdown } from '#app/content/markdown.ts'
import { textIn } from '#app/content/paragraph-text.ts'
import type { Question } from '#app/content/question-schema.ts'
import type { Profession } from '#app/domain/people.ts'
import type { Block } from '#app/pdf/report/report.ts'
import { openQuestion } from '../question-view.ts'
import { answerBlocks } from './answer-blocks.ts'
import { heading } from './blocks.ts'
import { questionBlocks } from './question-blocks.ts'
import { blocksOf, settingBlocks } from './text-blocks.ts'

type ForWhom = {
  profession: Profession
  /** The questions of the lesson. */
  questions: readonly Question[]
  /** Shuffles what stands in no order of its own, as on the lesson's page. */
  seed: string
}

/**
 * A lesson as the blocks of a report: the reader's own setting before those of others, its questions as exercises, the works cited, and on
 * the last pages what the questions are answered by.
 */
export function lessonReportBlocks(lesson: Lesson, { profession, questions, seed }: ForWhom): Block[] {
  const root = parseMarkdown(lesson.markdown)
  const reading = { markdown: lesson.markdown, references: lesson.references }
  const asked = questions.map((question) => ({ question, view: openQuestion(question, seed) }))
  const settings = settingsOf(root)
  const isOwn = ({ attributes }: ContainerDirective) => attributes?.profession === profession
  const settingsInOrder = [
    ...settings.filter(isOwn).flatMap((one) => settingBlocks(one, 'In your setting: ', reading)),
    ...settings.filter((one) => !isOwn(one)).flatMap((one) => settingBlocks(one, 'In the setting of ', reading)),
  ]
  return [
    heading(2, 'After this lesson you can'),
    { kind: 'list', items: lesson.outcomes },
    ...root.children.flatMap((node) => {
      if (node === settings[0]) return settingsInOrder
      return isBlock(node) && settings.includes(node) ? [] : blocksOf(node, reading)
    }),
    ...(asked.length > 0 ? [heading(2, 'Questions')] : []),
    ...asked.flatMap(({ view }, index) => questionBlocks(view, index + 1)),
    ...termBlocks(lesson.terms ?? []),
    ...(lesson.references.length > 0
      ? [heading(2, 'References'), { kind: 'list' as const, items: lesson.references.map(entryWords) }]
      : []),
    ...(asked.length > 0 ? [heading(2, 'Answers', true)] : []),
    ...asked.flatMap(({ question, view }, index) => answerBlocks(question, view, index + 1)),
  ]
}

function termBlocks(terms: NonNullable<Lesson['terms']>): Block[] {
  const cards = terms.filter(({ slug }, index) => terms.findIndex((one) => one.slug === slug) === index)
  if (cards.length === 0) return []
  return [heading(2, 'Terms'), { kind: 'list', items: cards.map(({ term, brief }) => `${term}: ${brief}`) }]
}

/** A work as its list has it, without the marks of HTML; the citation library writes characters by their numbers. */
function entryWords(work: Reference): string {
  if ('entry' in work) return textIn(work.entry.replaceAll(/<[^>]*>/g, '').replaceAll(/&#(\d+);/g, characterOf)).trim()
  const { authors, year, title, source, doi } = work
  return `${authors} (${year}). ${title}. ${source}.${doi ? ` https://doi.org/${doi}` : ''}`
}

const characterOf = (_: string, codePoint: string) => String.fromCodePoint(Number(codePoint))
