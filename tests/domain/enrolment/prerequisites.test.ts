import { describe, expect, it } from 'vitest'
import {
  checkPrerequisites,
  type PersonBefore,
  type Requires,
  unmetPrerequisites,
  unmetSentence,
} from '#app/domain/enrolment/prerequisites.ts'

const titleOf = (slug: string) => (slug === 'first-steps' ? 'First steps' : slug)
const requires: Requires = { professions: ['nurse', 'psychologist'], courses: ['first-steps'], training: 'basic' }
const person = (changes: Partial<PersonBefore> = {}): PersonBefore => ({
  ...{ profession: 'nurse', completed: [], trainings: [], waived: [] },
  ...changes,
})
const unmet = (changes: Partial<PersonBefore>) => unmetPrerequisites(requires, person(changes), titleOf)

describe('what a course asks for', () => {
  it('is held against the person, one thing after the other', () => {
    const all = { completed: ['first-steps'], trainings: ['basic'] }
    expect(unmet(all)).toEqual([])
    expect(unmet({ ...all, profession: 'other' }).map(({ id }) => id)).toEqual(['profession'])
    expect(unmet({ trainings: ['practitioner'] }).map(({ id }) => id)).toEqual(['course:first-steps', 'training'])
  })

  it('is spared where it was waived, each by itself', () => {
    expect(unmet({ waived: ['training'] }).map(({ id }) => id)).toEqual(['course:first-steps'])
    const states = checkPrerequisites(requires, person({ waived: ['training'] }), titleOf).map(({ state }) => state)
    expect(states).toEqual(['met', 'not-met', 'waived'])
  })

  it('is nothing where a course says nothing', () => {
    expect(checkPrerequisites(undefined, person(), titleOf)).toEqual([])
  })

  it('is told in one sentence', () => {
    expect(unmetSentence(unmet({ profession: 'other', trainings: ['basic'] }), 'self')).toMatch(
      /^This course asks for being a nurse or psychologist and “First steps”, completed, of which we have no record/,
    )
  })
})
