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
  'Whoever was third led the reflective group that I was in this year. I had said there what the answer says, in the same words.'
export const REASONS =
  'A marker who has heard the answer before, from the person who wrote it, does not mark it blind. Nobody had declared it.'

/** Given once more after the appeal, by somebody who had no part in it: this one stands then. */
export const AGAIN: Given = {
  levels: [5, 4, 5, 4, 4, 6],
  global: 4,
  overall: 'You leave the silence to him instead of a question. It is short, and it holds.',
}

/** Benchmarks, with the levels of their consensus. */
export const AS_THE_EXPERTS: Record<string, Given> = {
  'cancellation-02': {
    levels: [4, 3, 3, 3, 4, 4],
    comments: {
      Patience: 'The letter is settled in the sentence that names it.',
      Acceptance: 'That it is understood is said; what is understood is not.',
      'Active questioning': 'Two questions, and the first wants a reason.',
    },
    global: 3,
    overall: 'Honest about the diary; his first minute in the room is left where it was.',
  },
  'cancellation-05': {
    levels: [6, 6, 6, 6, 5, 5],
    global: 6,
    overall: 'You go back to the moment with him, and wait there.',
  },
}
