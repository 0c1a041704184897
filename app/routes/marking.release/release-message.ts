import type { ReleaseOutcome } from '#app/features/marking/release-marks.server.ts'

/** What a release did, in one line. */
export function releaseMessage({ released, before, held }: ReleaseOutcome): {
  text: string
  tone: 'positive' | 'info'
} {
  const parts = [
    released > 0 &&
      `${marks(released)} released. ${released === 1 ? 'The trainee has' : 'The trainees have'} been told.`,
    before > 0 && `${marks(before)} had been released before.`,
    ...held.map(({ text, count }) => `${marks(count)} not released: ${text}`),
  ]
  return { text: parts.filter(Boolean).join(' '), tone: released > 0 ? 'positive' : 'info' }
}

export const marks = (count: number) => (count === 1 ? '1 mark' : `${count} marks`)
