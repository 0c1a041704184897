import { inNumber } from '#app/domain/wording.ts'
import type { StatusIssuing } from '#app/features/credentials/statuses/issue-statuses.server.ts'
import type { FlashMessage } from '#app/http/flash.server.ts'

/** What is said after issuing, and the page that says it: the list, or what was refused with its reasons. */
export function statusMessage({ issuedNumbers, prepared, refused }: StatusIssuing): FlashMessage & { to: string } {
  const done = [
    issuedNumbers.length > 0 &&
      inNumber(issuedNumbers.length, {
        one: '1 issued. The holder has been told.',
        other: '{n} issued. Whoever holds them has been told.',
      }),
    prepared > 0 &&
      inNumber(prepared, {
        one: '1 prepared. A second person has been told.',
        other: '{n} prepared. A second person has been told.',
      }),
  ].filter((words) => words !== false)
  if (refused.length === 0 && done.length > 0)
    return { tone: 'positive', text: done.join(' '), to: '/accreditation/statuses' }
  if (done.length === 0 && refused.every(({ isIssuedAlready }) => isIssuedAlready))
    return {
      tone: 'info',
      text: 'Issued already. Nothing was issued twice.',
      to: '/accreditation/statuses?state=issued',
    }
  const ids = [...new Set(refused.map(({ statusRecordId }) => statusRecordId))]
  const reasons = refused.map(({ holderName, title, because }) => `${holderName}, ${title}: ${because}`)
  return {
    tone: 'info',
    text: [...done, ...reasons].join(' '),
    to: `/accreditation/statuses/issue?${new URLSearchParams(ids.map((id) => ['status', id]))}`,
  }
}
