import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CourseFacts,
  type CourseOutline,
  completionOf,
  lessonOutline,
  percentOf,
  progressOf,
} from '#app/domain/completion.ts'

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

/** A cohort of three days of six hours, of which these were attended. */
const threeDays = (...attended: string[]) => ({
  liveMinutes: null,
  sessions: ['a', 'b', 'c'].map((key) => ({ id: key, key, countsMinutes: 360, isCancelled: false })),
  records: attended.map((key) => ({
    ...{ sessionId: key, key, countsMinutes: 360, state: 'present' as const, minutes: null, task: '' },
    ...{ via: 'lead' as const, recordedAt: '2026-11-02T18:00:00Z' },
  })),
})

describe('a course of modules', () => {
  const blended: CourseOutline = {
    ...{ lessons: [], questions: [], unjudged: [], vignettes: ['case'], modules: ['first', 'second'] },
    completion: { modules: 'all', attendedHours: 18 },
  }
  const first = { slug: 'first', isCompleted: true, percent: 100 }
  const half = { slug: 'second', isCompleted: false, percent: 50 }

  it('has come as far as its modules together, and as its hours live', () => {
    const facts = { ...nothing, moduleFacts: [first, half], live: [threeDays('a')] }
    const { percent, because } = progressOf(blended, facts)
    expect(because.map(({ text }) => text)).toEqual(['1 of 2 modules completed', '6 of 18 hours live'])
    // (75 % + 33 %) / 2
    expect(percent).toBe(54)
  })

  it('is complete with every module and every hour, whichever comes last', () => {
    const all = { ...nothing, moduleFacts: [first, { ...half, isCompleted: true }], live: [threeDays('a', 'b', 'c')] }
    expect(completionOf(blended, all).isComplete).toBe(true)
    expect(unmet({ ...all, moduleFacts: [first] }, blended)).toEqual(['modules'])
    expect(unmet({ ...all, live: [threeDays('a', 'b')] }, blended)).toEqual(['attended'])
    expect(unmet({ ...all, live: [] }, blended)).toEqual(['attended'])
  })

  it('is not complete with a module that has all its parts and is not completed by its own rule', () => {
    expect(progressOf(blended, { ...nothing, moduleFacts: [{ ...first, isCompleted: false }] }).percent).toBeLessThan(
      50,
    )
  })

  it('counts the cohort in which somebody was there for longer, and never the hours of two together', () => {
    const facts = { ...nothing, live: [threeDays('a', 'b'), threeDays('c')] }
    expect(completionOf(blended, facts).because.at(-1)).toMatchObject({ have: 720, need: 1080 })
  })
})

describe('progress', () => {
  it('stays whole once the course was completed, whatever a later version asks for', () => {
    expect(progressOf(outline, nothing, true)).toMatchObject({ isCompleted: true, percent: 100 })
  })

  it('of a lesson is that of a course of this one lesson', () => {
    const lesson = lessonOutline(outline, 'one', ['q1'])
    expect(progressOf(lesson, { ...nothing, lessonsRead: ['one'] }).percent).toBe(50)
    expect(progressOf(lesson, { ...done, lessonsRead: ['one'] }).percent).toBe(100)
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
  moduleFacts: fc.array(
    fc.record({
      slug: fc.constantFrom('first', 'second', 'gone'),
      isCompleted: fc.boolean(),
      percent: fc.integer({ min: 0, max: 100 }),
    }),
  ),
  live: fc.array(fc.subarray(['a', 'b', 'c']).map((days) => threeDays(...days))),
})
const anyOutline: fc.Arbitrary<CourseOutline> = fc.record({
  lessons: fc.subarray(['one', 'two']),
  questions: fc.subarray(['q1', 'q2', 'q3']),
  unjudged: fc.subarray(['q2']),
  vignettes: fc.subarray(['case']),
  modules: fc.subarray(['first', 'second']),
  completion: fc.record(
    {
      lessons: fc.constant('all' as const),
      questions: fc.constant('all' as const),
      correctShare: fc.double({ min: 0, max: 1, noNaN: true }),
      vignettes: fc.constant('all' as const),
      modules: fc.constant('all' as const),
      attendedHours: fc.integer({ min: 1, max: 20 }),
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
