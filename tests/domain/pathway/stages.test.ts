import { describe, expect, it } from 'vitest'
import type { Requirement } from '#app/domain/pathway/rules.ts'
import { stagesOf } from '#app/domain/pathway/stages.ts'

const named = (title: string) => ({ id: title, title, why: '' })
const course: Requirement = { ...named('The course'), kind: 'course', course: 'a' }
const check: Requirement = { ...named('A check'), kind: 'staff-check', checks: '' }
const training: Requirement = { ...named('Three days'), kind: 'sum', evidence: 'trainings', of: 'days', atLeast: 3 }
const cases: Requirement = { ...named('Cases'), kind: 'count', evidence: 'cases', atLeast: 1 }
const background: Requirement = { ...named('Background'), kind: 'all-of', requirements: [check] }
const pathway = (...requirements: Requirement[]) => ({ title: 'A pathway', version: 1, source: '', requirements })

describe('the stages of a pathway', () => {
  it('are of what is of one kind, in the order in which each begins, with the decision last', () => {
    expect(stagesOf(pathway(course, background, course, training, cases, training)).map(({ title }) => title)).toEqual([
      'Study, and be marked',
      'Profession and experience',
      'Train live',
      'Practise under supervision',
      'A decision',
    ])
  })

  it('leave out nothing that is asked', () => {
    const asked = stagesOf(pathway(course, background, training, cases, check)).flatMap(({ asks }) => asks)
    expect(asked).toEqual(expect.arrayContaining(['The course', 'Background', 'Three days', 'Cases', 'A check']))
  })

  it('have a check among those that it follows, and a choice where its first part is', () => {
    const choice: Requirement = { ...named('A choice'), kind: 'any-of', requirements: [cases, training] }
    expect(stagesOf(pathway(training, cases, check, choice))[1]).toEqual({
      title: 'Practise under supervision',
      asks: ['Cases', 'A check', 'A choice'],
    })
  })

  it('say how many people decide, and for how long a status stands', () => {
    const renewed = {
      ...pathway(course),
      decision: { people: 2 as const },
      renewal: { every: { years: 5 }, requirements: [] },
    }
    expect(stagesOf(renewed).slice(-2)).toEqual([
      { title: 'A decision', asks: ['By two people, on what you hand in; no computer decides'] },
      { title: 'Status', asks: ['Renewed every 5 years'] },
    ])
  })
})
