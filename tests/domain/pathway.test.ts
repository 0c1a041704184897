import { describe, expect, it } from 'vitest'
import type { Completion } from '#app/domain/completion.ts'
import { evaluatePathway, type PathwayFacts, type Requirement, type VignetteStanding } from '#app/domain/pathway.ts'

const requirements: Requirement[] = [
  { id: 'stance', kind: 'course', course: 'therapeutic-stance', title: 'Stance', why: 'It comes first.' },
  { id: 'case', kind: 'vignette', vignette: 'the-third-cancellation', title: 'Case', why: 'It shows the stance.' },
]

const partWay: Completion = {
  isComplete: false,
  share: 0.406,
  because: [{ rule: 'lessons', isMet: false, have: 2, need: 5, text: '2 of 5 lessons read' }],
}

type Course = 'absent' | 'not-enrolled' | 'part-way' | 'completed'

function facts(course: Course, vignette?: Partial<VignetteStanding>): PathwayFacts {
  const standing = { isEnrolled: course !== 'not-enrolled', isCompleted: course === 'completed', completion: partWay }
  return {
    courses: course === 'absent' ? new Map() : new Map([['therapeutic-stance', standing]]),
    vignettes: vignette
      ? new Map([['the-third-cancellation', { state: 'none' as const, attemptsLeft: 2, ...vignette }]])
      : new Map(),
  }
}

const evaluate = (...args: Parameters<typeof facts>) => evaluatePathway(requirements, facts(...args))
const course = (...args: Parameters<typeof facts>) => evaluate(...args).requirements[0]
const vignette = (standing: Partial<VignetteStanding>) => evaluate('part-way', standing).requirements[1]

describe('a course on the pathway', () => {
  it('is not begun before enrolling, and the course page is next', () => {
    expect(course('not-enrolled')).toMatchObject({
      state: 'not-begun',
      have: 0,
      next: { target: { kind: 'course', slug: 'therapeutic-stance' } },
    })
  })

  it('is under way with the share and the reasons of the completion rule', () => {
    expect(course('part-way')).toMatchObject({
      state: 'under-way',
      have: 40,
      need: 100,
      because: ['2 of 5 lessons read'],
    })
  })

  it('is met when it was completed, even if a later version asks for more', () => {
    expect(course('completed')).toMatchObject({ state: 'met', have: 100, need: 100 })
    expect(course('completed')?.next).toBeUndefined()
  })

  it('that is not offered says so and leads nowhere', () => {
    expect(course('absent')).toMatchObject({ state: 'not-begun', because: ['Not offered at the moment'] })
    expect(course('absent')?.next).toBeUndefined()
  })
})

describe('a vignette on the pathway', () => {
  it('opens with its course for whoever is not enrolled', () => {
    expect(vignette({ opensWithCourse: 'therapeutic-stance' })?.next?.target).toEqual({
      kind: 'course',
      slug: 'therapeutic-stance',
    })
  })

  it.each<[VignetteStanding['state'], string, number]>([
    ['none', 'not-begun', 0],
    ['open', 'under-way', 0],
    ['submitted', 'under-way', 0],
    ['not-passed', 'under-way', 0],
    ['passed', 'met', 1],
  ])('whose answer is "%s" is %s', (state, standing, have) => {
    expect(vignette({ state })).toMatchObject({ state: standing, have, need: 1 })
  })

  it('leads to another answer while an attempt is left, and to a person after that', () => {
    expect(vignette({ state: 'not-passed', attemptsLeft: 1 })?.next?.target).toBeDefined()
    expect(vignette({ state: 'not-passed', attemptsLeft: 0 })?.next).toEqual({
      text: 'Talk to your training lead about a further attempt',
    })
  })
})

describe('the pathway as a whole', () => {
  it('points at the first thing that can be done now', () => {
    expect(evaluate('part-way', {}).next?.requirementId).toBe('stance')
    expect(evaluate('completed', {}).next?.requirementId).toBe('case')
  })

  it('does not point at waiting while something else can be done', () => {
    const reversed = evaluatePathway(requirements.toReversed(), facts('part-way', { state: 'submitted' }))
    expect(reversed.next?.requirementId).toBe('stance')
  })

  it('says that there is only waiting left', () => {
    expect(evaluate('completed', { state: 'submitted' }).next).toEqual({
      requirementId: 'case',
      step: { text: 'Wait for the marks' },
    })
  })

  it('is met when all of it is, and then nothing is next', () => {
    const standing = evaluate('completed', { state: 'passed' })
    expect(standing).toMatchObject({ isMet: true, metCount: 2 })
    expect(standing.next).toBeUndefined()
  })
})
