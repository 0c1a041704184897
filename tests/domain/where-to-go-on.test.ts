import { describe, expect, it } from 'vitest'
import type { CourseFacts } from '#app/domain/completion.ts'
import { type CoursePlan, whereToGoOn } from '#app/domain/where-to-go-on.ts'

const plan: CoursePlan = {
  lessons: ['one', 'two', 'three'],
  questions: ['q1', 'q2', 'q3'],
  unjudged: [],
  vignettes: ['case'],
  completion: { lessons: 'all', questions: 'all', correctShare: 0.6, vignettes: 'all' },
  questionLesson: (id) => (id === 'q1' ? 'one' : 'two'),
}
const answers = (given: Record<string, boolean>) =>
  Object.entries(given).map(([questionId, isCorrect]) => ({ questionId, isCorrect }))
const facts = (part: Partial<CourseFacts>): CourseFacts => ({
  lessonsRead: [],
  answers: [],
  vignettesPassed: [],
  ...part,
})
const read = ['one', 'two', 'three']
const allRight = answers({ q1: true, q2: true, q3: true })

describe('somebody on a course goes on', () => {
  it('with its first lesson when nothing is read', () => {
    expect(whereToGoOn(plan, facts({}))).toEqual({ kind: 'lesson', slug: 'one' })
  })

  it('with the lesson after the one read last', () => {
    expect(whereToGoOn(plan, facts({ lessonsRead: ['two'] }))).toEqual({ kind: 'lesson', slug: 'three' })
  })

  it('with a lesson left out, once the end is reached', () => {
    expect(whereToGoOn(plan, facts({ lessonsRead: ['two', 'three'] }))).toEqual({ kind: 'lesson', slug: 'one' })
  })

  it('with the first question that has no answer', () => {
    const at = whereToGoOn(plan, facts({ lessonsRead: read, answers: answers({ q1: false }) }))
    expect(at).toEqual({ kind: 'question', slug: 'two', questionId: 'q2' })
  })

  it('with a question to try again, while too few are right', () => {
    const at = whereToGoOn(plan, facts({ lessonsRead: read, answers: answers({ q1: false, q2: true, q3: false }) }))
    expect(at).toEqual({ kind: 'question', slug: 'one', questionId: 'q1' })
  })

  it('with the vignette, when enough answers are right', () => {
    const at = whereToGoOn(plan, facts({ lessonsRead: read, answers: answers({ q1: false, q2: true, q3: true }) }))
    expect(at).toEqual({ kind: 'vignette', slug: 'case' })
  })

  it('nowhere while the vignette is with a marker', () => {
    expect(whereToGoOn(plan, facts({ lessonsRead: read, answers: allRight }), ['case'])).toBeUndefined()
  })

  it('nowhere when all is done', () => {
    const done = facts({ lessonsRead: read, answers: allRight, vignettesPassed: ['case'] })
    expect(whereToGoOn(plan, done)).toBeUndefined()
  })
})
