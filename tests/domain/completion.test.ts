import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CourseFacts, type CourseOutline, completionOf, percentOf } from '#app/domain/completion.ts'

const outline: CourseOutline = {
  lessons: ['one', 'two'],
  questions: ['q1', 'q2', 'q3'],
  unjudged: [],
  vignettes: ['case'],
  completion: { lessons: 'all', questions: 'all', correctShare: 0.7, vignettes: 'all' },
}
const right = (...ids: string[]) => ids.map((questionId) => ({ questionId, isCorrect: true }))
const wrong = (...ids: string[]) => ids.map((questionId) => ({ questionId, isCorrect: false }))
const done: CourseFacts = { lessonsRead: ['one', 'two'], answers: right('q1', 'q2', 'q3'), vignettesPassed: ['case'] }
const nothing: CourseFacts = { lessonsRead: [], answers: [], vignettesPassed: [] }

const unmet = (facts: CourseFacts, of = outline) =>
  completionOf(of, facts)
    .because.filter(({ isMet }) => !isMet)
    .map(({ rule }) => rule)

describe('a course', () => {
  it('is complete when everything that it asks for is there', () => {
    expect(completionOf(outline, done)).toMatchObject({ isComplete: true, share: 1 })
  })

  it('says of each rule what there is and what is needed', () => {
    const { because } = completionOf(outline, { ...nothing, lessonsRead: ['one'], answers: wrong('q1') })
    expect(because.map(({ text }) => text)).toEqual([
      '1 of 2 lessons read',
      '1 of 3 questions answered',
      '0 right at the last try, at least 3 needed',
      '0 of 1 vignette passed',
    ])
  })

  it.each<[string, Partial<CourseFacts>, string[]]>([
    ['a lesson is unread', { lessonsRead: ['one'] }, ['lessons']],
    ['a question is unanswered', { answers: right('q1', 'q2') }, ['questions', 'correct']],
    ['too few answers are right', { answers: [...right('q1', 'q2'), ...wrong('q3')] }, ['correct']],
    ['the vignette is not passed', { vignettesPassed: [] }, ['vignettes']],
  ])('is not complete while %s', (_, part, rules) => {
    const completion = completionOf(outline, { ...done, ...part })
    expect(completion.isComplete).toBe(false)
    expect(unmet({ ...done, ...part })).toEqual(rules)
    expect(percentOf(completion)).toBeLessThan(100)
  })

  it('asks for no more right answers than the share says, whatever binary fractions make of it', () => {
    const tenQuestions = Array.from({ length: 10 }, (_, index) => `q${index}`)
    const course = { ...outline, questions: tenQuestions }
    const answers = [...right(...tenQuestions.slice(0, 7)), ...wrong(...tenQuestions.slice(7))]
    expect(unmet({ ...done, answers }, course)).toEqual([])
    expect(unmet({ ...done, answers: wrong(...tenQuestions) }, course)).toEqual(['correct'])
  })

  it('counts only what it has: a lesson of an earlier version earns nothing', () => {
    expect(unmet({ ...done, lessonsRead: ['one', 'gone', 'one'] })).toEqual(['lessons'])
  })

  it('asks for a vignette only where its rule does', () => {
    const { vignettes: _, ...completion } = outline.completion
    expect(unmet({ ...done, vignettesPassed: [] }, { ...outline, completion })).toEqual([])
  })
})

const someOf = (...names: string[]) => fc.array(fc.constantFrom(...names, 'gone'))
const anyFacts: fc.Arbitrary<CourseFacts> = fc.record({
  lessonsRead: someOf('one', 'two'),
  answers: fc.uniqueArray(
    fc.record({ questionId: fc.constantFrom('q1', 'q2', 'q3', 'gone'), isCorrect: fc.boolean() }),
    { selector: ({ questionId }) => questionId },
  ),
  vignettesPassed: someOf('case'),
})
const anyOutline: fc.Arbitrary<CourseOutline> = fc.record({
  lessons: fc.subarray(['one', 'two']),
  questions: fc.subarray(['q1', 'q2', 'q3']),
  unjudged: fc.subarray(['q2']),
  vignettes: fc.subarray(['case']),
  completion: fc.record(
    {
      lessons: fc.constant('all' as const),
      questions: fc.constant('all' as const),
      correctShare: fc.double({ min: 0, max: 1, noNaN: true }),
      vignettes: fc.constant('all' as const),
    },
    { requiredKeys: ['lessons'] },
  ),
})

describe('whatever the course and whatever was done', () => {
  it('the share stays between nothing and all, and is all only of what is complete', () => {
    fc.assert(
      fc.property(anyOutline, anyFacts, (course, facts) => {
        const completion = completionOf(course, facts)
        expect(completion.share).toBeGreaterThanOrEqual(0)
        expect(completion.share).toBeLessThanOrEqual(1)
        expect(completion.share === 1).toBe(completion.isComplete)
        expect(percentOf(completion) === 100).toBe(completion.isComplete)
        for (const { have, need } of completion.because) expect(have).toBeLessThanOrEqual(need)
      }),
    )
  })

  it('doing one thing more never sets anybody back', () => {
    fc.assert(
      fc.property(anyOutline, anyFacts, (course, facts) => {
        const more = {
          ...facts,
          lessonsRead: [...facts.lessonsRead, 'one'],
          vignettesPassed: [...facts.vignettesPassed, 'case'],
        }
        expect(completionOf(course, more).share).toBeGreaterThanOrEqual(completionOf(course, facts).share)
      }),
    )
  })
})
