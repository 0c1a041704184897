import { describe, expect, it } from 'vitest'
import { type Finding, type Findings, failed, passed, unknown } from '#app/domain/credential/findings.ts'
import { offlineAnswer } from '#app/domain/credential/offline-answer.ts'

const good: Findings = {
  signature: passed('a'),
  issuer: passed('b'),
  dates: passed('c'),
  schema: passed('d'),
  status: passed('e'),
}
const asOf = new Date('2026-11-28T10:00:00Z')
const answer = (changes: Partial<Record<keyof Findings, Finding>> = {}, day: Date | undefined = asOf) =>
  offlineAnswer({ ...good, ...changes }, { asOf: day, isKnown: true })

describe('what is said of a credential without asking its issuer', () => {
  it('is that its signature is valid, and of which day its status is', () => {
    expect(answer()).toEqual({ isGood: true, text: 'signature valid, status as of 2026-11-28' })
  })

  it('is that nobody looked at its status, where there is no list', () => {
    expect(answer({ status: unknown('x') })).toEqual({ isGood: true, text: 'signature valid, status not checked' })
  })

  it('is that it was withdrawn, with the day', () => {
    const { isGood, text } = answer({ status: failed('The issuer has revoked it.') })
    expect({ isGood, text }).toEqual({
      isGood: false,
      text: 'signature valid, withdrawn: The issuer has revoked it. (status as of 2026-11-28)',
    })
  })

  it('is that it is outside of its days, though its signature is good', () => {
    expect(answer({ dates: failed('It expired on 2026-01-01.') }).text).toMatch(/^signature valid, but/)
  })

  it.each(['signature', 'issuer', 'schema'] as const)('is that it is not valid, where its %s fails', (name) => {
    expect(answer({ [name]: failed('Why.') })).toEqual({ isGood: false, text: 'not valid: Why.' })
  })

  it('is no good news where nobody vouches for the issuer: anybody can sign in any name', () => {
    const { isGood, text } = offlineAnswer(good, { asOf, isKnown: false })
    expect({ isGood, text }).toEqual({ isGood: false, text: expect.stringContaining('not one that is known here') })
  })

  it('is that nothing was checked, where the keys are not known', () => {
    expect(answer({ signature: unknown('x') }).text).toMatch(/^signature not checked/)
  })

  it('is never the bare word', () => {
    for (const name of Object.keys(good) as (keyof Findings)[])
      for (const finding of [passed('x'), failed('x'), unknown('x')])
        for (const day of [asOf, undefined]) expect(answer({ [name]: finding }, day).text).not.toMatch(/^valid/)
  })
})
