import type { Given } from './marking.ts'

const PATIENCE = 'Two sentences leave me nothing to judge your patience by.'
export const NO_QUESTION = 'Nothing is asked, so that nothing can be found out.'

/** What becomes of two marks: they agree, are talked out, or go to a third marker. */
type Ending = 'agreed' | 'talked' | 'third'

/** What the two markers give each answer. */
export const MARKS: Record<Ending, [lena: Given, tomas: Given]> = {
  agreed: [
    {
      levels: [5, 5, 5, 6, 4, 6],
      atPassage: 'Your own third, and first.',
      global: 5,
      overall: 'The sum is put right before anything else: I felt met by it.',
    },
    { levels: [5, 4, 5, 5, 4, 6], global: 5, overall: 'Short and exact. Leave the bag to him, as you do.' },
  ],
  talked: [
    { levels: [4, 4, 5, 5, 4, 4], global: 4, overall: 'You see that it landed, and ask about it at once.' },
    {
      levels: [4, null, 5, 5, 4, 4],
      comments: { Patience: PATIENCE },
      global: 4,
      overall: 'A good question, a little early.',
    },
  ],
  third: [
    { levels: [4, 4, 5, 4, 4, 6], global: 5, overall: 'The plainest sentence of all, and it is yours.' },
    {
      levels: [4, 4, 4, 2, 4, 5],
      comments: { 'Active questioning': NO_QUESTION },
      global: 3,
      overall: 'True, and then it stops.',
    },
  ],
}

/** The third marker's, which stands. */
export const OF_THIRD: Given = {
  levels: [4, 4, 4, 2, 4, 6],
  comments: { 'Active questioning': 'Owning the mistake is the half of it; the other half is to ask.' },
  global: 3,
  overall: 'A fine beginning. One question about that minute would make it whole.',
}

export const AGREED_NOTE = 'A four, then: “went through you just then” does leave him time.'
export const STATEMENT =
  'Two people marked this and their global ratings lie two levels apart. I was not told by which rule a third was asked.'
export const REASONS =
  'I read all three marks. A third marker was asked because two ratings differed by two levels, as the policy of the cohort says.'
