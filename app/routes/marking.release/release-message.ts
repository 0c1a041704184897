import { inNumber } from '#app/domain/wording.ts'
import type { ReleaseOutcome } from '#app/features/marking/release-marks.server.ts'

/** What a release did, in one line. */
export function releaseMessage({ released, before, held }: ReleaseOutcome): {
  text: string
  tone: 'positive' | 'info'
} {
  const parts = [
    released > 0 &&
      inNumber(released, {
        one: '1 mark released. The trainee has been told.',
        other: '{n} marks released. The trainees have been told.',
      }),
    before > 0 &&
      inNumber(before, { one: '1 mark had been released before.', other: '{n} marks had been released before.' }),
    ...held.map(({ text, count }) =>
      inNumber(count, { one: '1 mark not released: {text}', other: '{n} marks not released: {text}' }, { text }),
    ),
  ]
  return { text: parts.filter(Boolean).join(' '), tone: released > 0 ? 'positive' : 'info' }
}
