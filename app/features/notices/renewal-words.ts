import type { NoticeParams } from '#app/domain/notices.ts'
import { dayWords } from '#app/domain/pathway/days.ts'

/** That a status ends, when and how long it can be renewed, and what that still takes: a line for each. */
export function renewalText({ title, validUntil, opensOn, graceUntil, missing }: NoticeParams['renewal-due']) {
  return {
    title: `Your status “${title}” ends on ${dayWords(validUntil)}`,
    body: [
      `You can apply for its renewal from ${dayWords(opensOn)} to ${dayWords(graceUntil)}. Renewed early it loses nothing: the next term begins where this one ends.`,
      ...(missing.length > 0
        ? ['Its renewal still takes:', ...missing.map((one) => `– ${one}`)]
        : ['Everything that its renewal asks for is there.']),
    ].join('\n'),
  }
}
