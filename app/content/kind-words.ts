import { inChoice } from '#app/domain/listing.ts'
import type { Setting } from './lesson-format.ts'
import type { Vignette, VignetteKind } from './vignette-schema.ts'

/** What each kind of vignette is called, and what it asks of whoever answers it in one sentence; in the order of lists. */
export const kindWords: Record<VignetteKind, { name: string; asks: string }> = {
  response: {
    name: 'Your own response',
    asks: 'You read a stretch of a session and write what you would say next, and why.',
  },
  rewrite: {
    name: 'Putting it right',
    asks: 'You read an intervention that did not help, and write a better one beside it.',
  },
  unfolding: {
    name: 'A session that unfolds',
    asks: 'You answer part by part; each answer is locked before you see what was said next.',
  },
  'six-steps': {
    name: 'The six steps',
    asks: 'You read a rupture and write what you would say at each of the six steps.',
  },
  annotate: {
    name: 'Coding a transcript',
    asks: 'You mark passages of a transcript with codes, and see an expert coding beside yours at once.',
  },
  'script-concordance': {
    name: 'Script concordance',
    asks: 'You judge how each piece of news changes what you were thinking, and see at once how a panel judged it.',
  },
  'situational-judgement': {
    name: 'Situational judgement',
    asks: 'You put ways of going on in order, or choose the best of them, and see at once how they were keyed.',
  },
}

/** For which professions it is set: "nurse or psychiatrist". */
export const professionsOf = ({ professions }: Pick<Vignette, 'professions'>): string => inChoice(professions)

/** For whom a setting of a lesson is written. */
export const settingNames: Record<Setting, string> = {
  psychiatrist: 'psychiatrists',
  psychologist: 'psychologists',
  counsellor: 'counsellors',
  nurse: 'mental-health nurses',
}
