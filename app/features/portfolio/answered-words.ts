import { counted } from '#app/domain/portfolio/words.ts'
import type { Answered } from './answer-requests.server.ts'

/** What a supervisor is told after answering: what was done, and what could not be, with the reason. */
export function answeredWords({ signed, returned, refused }: Answered): string {
  const done = [
    signed > 0 && `${counted(signed, 'entry is', 'entries are')} signed.`,
    returned > 0 && `${counted(returned, 'entry went', 'entries went')} back with your reason.`,
  ]
  const reasons = [...new Set(refused.map(({ because }) => because))]
  const not =
    refused.length > 0 && `${counted(refused.length, 'entry was', 'entries were')} not answered: ${reasons.join(' ')}`
  return [...done, not].filter(Boolean).join(' ')
}
