import { describe, expect, it } from 'vitest'
import { interventionAt } from '#app/content/vignettes.ts'

const turns = (...speakers: string[]) => speakers.map((speaker) => ({ speaker, says: 'Words.' }))

describe('the turn that is to be put right', () => {
  it('is the last that the clinician says, also where the patient answers it', () => {
    expect(interventionAt(turns('Clinician', 'Dana', 'Clinician', 'Dana', 'Dana'))).toBe(2)
  })

  it('is the last of all where the clinician has a name', () => {
    expect(interventionAt(turns('Maeve', 'Ishaan', 'Ishaan', 'Maeve'))).toBe(3)
  })

  it('is none where nothing was said', () => expect(interventionAt([])).toBe(-1))
})
