import { inNumber } from '#app/domain/wording.ts'
import type { Answered } from './answer-requests.server.ts'

/** What a supervisor is told after answering: what was done, and what could not be, with the reason. */
export function answeredWords({ signed, returned, refused }: Answered): string {
  const done = [
    signed > 0 && inNumber(signed, { one: '1 entry is signed.', other: '{n} entries are signed.' }),
    returned > 0 &&
      inNumber(returned, {
        one: '1 entry went back with your reason.',
        other: '{n} entries went back with your reason.',
      }),
  ]
  const reasons = [...new Set(refused.map(({ because }) => because))]
  const not =
    refused.length > 0 &&
    inNumber(
      refused.length,
      { one: '1 entry was not answered: {reasons}', other: '{n} entries were not answered: {reasons}' },
      { reasons: reasons.join(' ') },
    )
  return [...done, not].filter(Boolean).join(' ')
}
