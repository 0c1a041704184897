import { inNumber } from '#app/domain/wording.ts'
import type { Asked } from './ask-countersign.server.ts'

/** What a trainee is told after asking: how many entries wait now, and what was not asked, with the reasons. */
export function askedWords({ asked, refused }: Asked): string {
  if (asked === 0 && refused.length === 0) return 'There was nothing new to ask for.'
  const reasons = [...new Set(refused.map(({ because }) => because))]
  return [
    asked > 0 &&
      inNumber(asked, {
        one: '1 entry waits for a signature now. Supervisors get one mail a day at most.',
        other: '{n} entries wait for a signature now. Supervisors get one mail a day at most.',
      }),
    refused.length > 0 &&
      inNumber(
        refused.length,
        { one: '1 entry was not asked for: {reasons}', other: '{n} entries were not asked for: {reasons}' },
        { reasons: reasons.join(' ') },
      ),
  ]
    .filter(Boolean)
    .join(' ')
}
