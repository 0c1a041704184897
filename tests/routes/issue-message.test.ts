import { describe, expect, test } from 'vitest'
import { issueMessage } from '#app/routes/accreditation.issue/issue-message.ts'

const refusal = { enrolmentId: '0199', isIssuedAlready: false, because: 'Your own.' }
const already = { ...refusal, isIssuedAlready: true }
const number = 'STN-0000-0000-0000-0000-0'

describe('what is said after issuing', () => {
  test('is how many, when all were issued', () => {
    expect(issueMessage({ issuedNumbers: [number], refused: [] })).toEqual({
      tone: 'positive',
      text: '1 certificate issued. The holder has been told.',
      to: '/accreditation',
    })
    expect(issueMessage({ issuedNumbers: [number, number], refused: [] }).text).toBe(
      '2 certificates issued. The holders have been told.',
    )
  })

  test('is that nothing happened twice, when the button was pressed twice', () => {
    expect(issueMessage({ issuedNumbers: [], refused: [already] })).toMatchObject({
      text: 'Issued already. Nothing was issued twice.',
      to: '/accreditation?state=issued',
    })
  })

  test('leads back to those that were refused, with their reasons', () => {
    expect(issueMessage({ issuedNumbers: [number], refused: [refusal, already] })).toEqual({
      tone: 'info',
      text: '1 certificate issued. Please look at the rest again.',
      to: '/accreditation/issue?enrolment=0199&enrolment=0199',
    })
    expect(issueMessage({ issuedNumbers: [], refused: [refusal] }).text).toMatch(/^No certificate issued/)
  })

  test('leads to the list when nothing that was sent exists', () => {
    expect(issueMessage({ issuedNumbers: [], refused: [] }).to).toBe('/accreditation?state=issued')
  })
})
