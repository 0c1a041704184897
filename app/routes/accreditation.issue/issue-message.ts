import { inNumber } from '#app/domain/wording.ts'
import type { Issuing } from '#app/features/credentials/issue-certificates.server.ts'
import type { FlashMessage } from '#app/http/flash.server.ts'

/** What is said after issuing, and the page that says it: the list, or what was refused with its reasons. */
export function issueMessage({ issuedNumbers, refused }: Issuing): FlashMessage & { to: string } {
  const issued = issuedNumbers.length
  if (refused.length === 0 && issued > 0) {
    const text = inNumber(issued, {
      one: '1 certificate issued. The holder has been told.',
      other: '{n} certificates issued. The holders have been told.',
    })
    return { tone: 'positive', text, to: '/accreditation' }
  }
  if (issued === 0 && refused.every(({ isIssuedAlready }) => isIssuedAlready)) {
    return { tone: 'info', text: 'Issued already. Nothing was issued twice.', to: '/accreditation?state=issued' }
  }
  const rest = new URLSearchParams(refused.map(({ enrolmentId }) => ['enrolment', enrolmentId]))
  return {
    tone: 'info',
    text:
      issued === 0
        ? 'No certificate issued. Please look at the rest again.'
        : inNumber(issued, {
            one: '1 certificate issued. Please look at the rest again.',
            other: '{n} certificates issued. Please look at the rest again.',
          }),
    to: `/accreditation/issue?${rest}`,
  }
}
