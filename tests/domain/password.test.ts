import { describe, expect, test } from 'vitest'
import { judgePassword } from '#app/domain/password.ts'

const judge = (password: string, email = 'noor.haddad@trust.example') =>
  judgePassword(password, email, (candidate) => candidate === 'basketball')

const reasonAgainst = (password: string, email?: string) => {
  const judgement = judge(password, email)
  return judgement.accepted ? undefined : judgement.because
}

describe('a password', () => {
  test('of 10 to 128 characters of any kind is accepted', () => {
    expect(judge('a calm day')).toEqual({ accepted: true })
    expect(judge('żółty kot w oknie')).toEqual({ accepted: true })
    expect(judge(`${'quiet '.repeat(21)}ok`)).toEqual({ accepted: true })
  })

  test('of 9 characters or of 129 is refused, and the reason names the limit', () => {
    expect(reasonAgainst('a calm da')).toContain('at least 10')
    expect(reasonAgainst(`${'abcde'.repeat(25)}wxyz`)).toContain('at most 128')
  })

  test('of the list of the commonest is refused', () => {
    expect(reasonAgainst('basketball')).toContain('attackers try first')
  })

  test('that contains the first part of the address is refused, in either case', () => {
    expect(reasonAgainst('xx-NOOR.haddad-xx')).toContain('e-mail address')
  })

  test('may contain a first part of up to three letters, which stand in many words by chance', () => {
    expect(judge('major joke jogger', 'maj@trust.example')).toEqual({ accepted: true })
    expect(reasonAgainst('major joke jogger', 'majo@trust.example')).toContain('e-mail address')
  })

  test('of a few characters over and over is refused', () => {
    expect(reasonAgainst('abcabcabcabc')).toContain('repeats')
    expect(judge('abcdabcdabcd')).toEqual({ accepted: true })
  })
})
