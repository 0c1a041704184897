type Counts = { released: number; 'released-before': number; 'not-marked': number }

/** What a release did, in one line. */
export function releaseMessage(counts: Counts): { text: string; tone: 'positive' | 'info' } {
  const parts = [
    counts.released > 0 &&
      `${marks(counts.released)} released. ${counts.released === 1 ? 'The trainee has' : 'The trainees have'} been told.`,
    counts['released-before'] > 0 && `${marks(counts['released-before'])} had been released before.`,
    counts['not-marked'] > 0 && `${marks(counts['not-marked'])} could not be released: the script has no locked mark.`,
  ]
  return { text: parts.filter(Boolean).join(' '), tone: counts.released > 0 ? 'positive' : 'info' }
}

const marks = (count: number) => (count === 1 ? '1 mark' : `${count} marks`)
