import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Lesson } from '#app/content/course-schema.ts'
import { drawings } from '#app/content/figure.tsx'
import { FIGURES } from '#app/content/figure-names.ts'
import { type Question, questionsSchema } from '#app/content/question-schema.ts'
import { figureDrawing } from '#app/features/learning/lesson-pdf/figure-drawing.ts'
import { lessonReportBlocks } from '#app/features/learning/lesson-pdf/lesson-report-blocks.ts'
import { openQuestion } from '#app/features/learning/question-view.ts'
import { reportPdf } from '#app/pdf/report/report-pdf.server.ts'
import { lettersWithoutFont } from '#app/pdf/text-runs.server.ts'
import { type ReadPdf, readPdf } from '#tests/support/read-pdf.ts'

/** Every question that is asked in any course, and a few of each kind. */
const all = readdirSync('content/courses')
  .filter((course) => readdirSync(`content/courses/${course}`).includes('questions.yaml'))
  .flatMap((course): Question[] =>
    questionsSchema.parse(parse(readFileSync(`content/courses/${course}/questions.yaml`, 'utf8'))),
  )

const questions = [...Map.groupBy(all, ({ kind }) => kind).values()].flatMap((ofKind) => ofKind.slice(0, 3))

const lesson: Lesson = {
  ...{ slug: 'one', title: 'One', minutes: 10, aim: 'To see.', outcomes: ['see'], wordCount: 30, references: [] },
  markdown: FIGURES.map((name) => `:::figure[About ${name}]{name="${name}"}\nThe words of ${name}.\n:::`).join('\n\n'),
}
const seed = 'enrolment'
const blocksWith = (asked: Question[]) => lessonReportBlocks(lesson, { profession: 'nurse', questions: asked, seed })
const blocks = blocksWith(questions)

let paper: ReadPdf
/** The pages as running text without what stands on each of them, and the first of those with answers. */
let running: string[]
let answersFrom: number

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

beforeAll(async () => {
  const about = {
    title: 'A course',
    about: 'One',
    runningHead: 'One',
    manner: 'text',
    issuer: 'Stance',
    facts: [],
    remarks: [],
  } as const
  paper = await readPdf(await reportPdf({ ...about, madeAt: new Date('2026-11-29T10:00:00Z'), blocks }))
  running = paper.pages.map((text) => oneLine(text).replace(/^(One )?Page \d+ of \d+ /, ''))
  answersFrom = paper.pages.findIndex((text) => /^Answers$/m.test(text))
})

describe('a lesson on paper', () => {
  it('shows every figure as lines and words, with an alternative and its caption, and then in words', async () => {
    const first = paper.pages.findIndex((text) => text.includes('About four-dimensions')) + 1
    const pages = [first, first + 1, first + 2].map(paper.alternativesOn)
    expect((await Promise.all(pages)).flat()).toEqual(
      FIGURES.map((name) => `About ${name}. All that this drawing shows is said in words below it.`),
    )
    expect((await paper.rolesOn(first)).join(' ')).toContain('Figure Caption P')
    const text = running.join('').replaceAll(' ', '')
    for (const name of FIGURES) {
      const words = figureDrawing(name).words.map((one) => one.text)
      expect(words.length, name).toBeGreaterThan(5)
      const whole = [...words, `About ${name} The words of ${name}.`].join('').replaceAll(' ', '')
      expect(text.includes(whole), name).toBe(true)
    }
  })

  it('draws nothing outside the figure', () => {
    for (const name of Object.keys(drawings) as (keyof typeof drawings)[]) {
      const { width, height, shapes, words } = figureDrawing(name)
      for (const { x, y } of [...shapes, ...words]) {
        expect(x >= 0 && x <= width && y >= 0 && y <= height, `${name} at ${x} ${y}`).toBe(true)
      }
    }
  })

  it('asks every question whole on one page, in the order that its page on the screen has', () => {
    for (const [index, question] of questions.entries()) {
      const { prompt, options, stem } = openQuestion(question, seed)
      const page = paper.pages.findIndex((text) => new RegExp(`^Question ${index + 1}$`, 'm').test(text))
      const asked = running[page]?.slice(running[page]?.search(new RegExp(`Question ${index + 1}\\b`))) ?? ''
      let from = 0
      for (const words of [prompt, ...options.map(({ text }) => text)]) {
        const found = asked.indexOf(oneLine(words), from)
        expect(found, `${question.id}: ${words}`).toBeGreaterThanOrEqual(0)
        from = found + oneLine(words).length
      }
      if (stem.kind === 'match') for (const { text } of stem.answers) expect(asked.slice(from)).toContain(oneLine(text))
      if (stem.kind === 'gap') expect(asked).toMatch(/_{20}/)
    }
  })

  it('gives no reason and no right answer away before its last pages, and all of them there', () => {
    const exercises = running.slice(0, answersFrom).join(' ')
    const answers = running.slice(answersFrom).join(' ')
    for (const question of questions)
      for (const reason of [question.explanation, ...reasonsOf(question)].map(oneLine)) {
        expect([exercises.includes(reason), answers.includes(reason)], reason).toEqual([false, true])
      }
    for (const question of questions)
      if (question.kind === 'order')
        expect(
          exercises.includes(question.options.map(({ text }, index) => `${'ABCDEF'[index]} ${text}`).join(' ')),
        ).toBe(false)
  })

  it('leaves no heading alone at the foot of a page, and no letter undrawn', async () => {
    const headings = blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))
    for (const page of paper.pages.slice(2)) expect(headings).not.toContain(page.split('\n').at(-1))
    expect(await lettersWithoutFont([...new Set(JSON.stringify(blocksWith(all)))].join(''))).toEqual([])
  })
})

function reasonsOf(question: Question): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'order':
      return question.options.map(({ feedback }) => feedback)
    case 'match':
      return question.lines.map(({ feedback }) => feedback)
    case 'gap':
      return [question.feedback, question.otherwise]
    case 'mode':
    case 'script-concordance':
      return Object.values(question.feedback)
  }
}
