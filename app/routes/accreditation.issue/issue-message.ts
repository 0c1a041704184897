import type { Issuing } from '#app/features/credentials/issue-certificates.server.ts'
import type { FlashMessage } from '#app/http/flash.server.ts'

const certificates = (count: number) => (count === 1 ? '1 certificate' : `${count} certificates`)

/** What is said after issuing, and the page that says it: the list, or what was refused with its reasons. */
export function issueMessage({ issuedNumbers, refused }: Issuing): FlashMessage & { to: string } {
  const issued = issuedNumbers.length
  if (refused.length === 0 && issued > 0) {
    const told = issued === 1 ? 'The holder has' : 'The holders have'
    return { tone: 'positive', text: `${certificates(issued)} issued. ${told} been told.`, to: '/accreditation' }
  }
  if (issued === 0 && refused.every(({ isIssuedAlready }) => isIssuedAlready)) {
    return { tone: 'info', text: 'Issued already. Nothing was issued twice.', to: '/accreditation?state=issued' }
  }
  const rest = new URLSearchParams(refused.map(({ enrolmentId }) => ['enrolment', enrolmentId]))
  return {
    tone: 'info',
    text: `${issued === 0 ? 'No certificate' : certificates(issued)} issued. Please look at the rest again.`,
    to: `/accreditation/issue?${rest}`,
  }
}
