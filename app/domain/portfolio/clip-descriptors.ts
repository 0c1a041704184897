import { CLIP_DOMAIN_IDS, type ClipDomain, type ClipLevels } from './clip-domains.ts'

type Descriptors = { asks: string; levels: { 1: string; 4: string; 7: string } }

/**
 * What levels 1, 4 and 7 of each domain look like, in our own words; 2, 3, 5 and 6 lie between. They follow what DOMAIN.md's published
 * sources ask of a session (Bateman & Fonagy 2010; Karterud et al. 2013) and copy no scale: whoever uses a licensed instrument
 * writes its totals beside them.
 */
export const CLIP_DESCRIPTORS: Record<ClipDomain, Descriptors> = {
  'session-structure': {
    asks: 'Is there a shared focus that the work comes back to, at a pace that this patient can use?',
    levels: {
      1: 'The section drifts or is driven: no focus that both could name, and what was agreed before plays no part.',
      4: 'A focus can be made out and is mostly kept; the clinician brings the work back when it is lost.',
      7: 'The focus is found together, held through arousal and digression, and linked to what was agreed, with room for what comes up.',
    },
  },
  stance: {
    asks: 'Is the clinician curious about minds without knowing better, and open about their own?',
    levels: {
      1: 'States the patient’s mind as a fact, argues or lectures; own mistakes are passed over.',
      4: 'Mostly asks rather than tells, and takes back an assumption when it does not fit.',
      7: 'Steady, live curiosity: perspectives are set side by side, not knowing is shown, and own part in a misunderstanding is owned at once.',
    },
  },
  'mentalizing-process': {
    asks: 'Does the work move towards thinking about states of mind, from where the patient is?',
    levels: {
      1: 'Stays with events, advice or explanations; states of mind hardly come up, or are supplied for the patient.',
      4: 'Stops, clarifies and explores so that the patient can begin to think about what was in mind, their own or another’s.',
      7: 'Small, well-timed steps help the patient to find and hold a new perspective, between self and other, and thought and feeling.',
    },
  },
  'non-mentalizing-modes': {
    asks: 'Does the clinician notice certainty, pretence and “only deeds count”, and answer each as it needs?',
    levels: {
      1: 'Joins in: argues with certainty, goes along with empty talk, or answers deeds with deeds.',
      4: 'Notices most of them and interrupts kindly, though not always with the answer that fits the mode.',
      7: 'Notices early and answers fittingly: feeling first with certainty, bringing back to earth what is empty, asking for the need behind the deed.',
    },
  },
  'affect-focus': {
    asks: 'Is feeling in the room, at an arousal in which thinking is possible?',
    levels: {
      1: 'Feeling is passed by or stirred up; arousal gets out of hand, or stays flat, and nothing is done about it.',
      4: 'Names and explores feeling, and lowers or raises the heat when it gets in the way of thinking.',
      7: 'Finds the feeling of this moment, between the two as well, puts it into words with the patient and keeps arousal where both can think.',
    },
  },
  'relational-mentalizing': {
    asks: 'Is what happens between the two, or between the patient and others, thought about together?',
    levels: {
      1: 'What happens between the two is avoided, or interpreted from above as a repetition of the past.',
      4: 'Takes up what happens between them when it shows, with validation first and the own part named.',
      7: 'Explores the relationship as something both make, step by step and only as far as arousal allows, and looks at its effect afterwards.',
    },
  },
}

/** The licensed instruments whose totals can be written beside our own levels [DOMAIN.md]. */
export const INSTRUMENTS = ['MBT-ACS', 'MBT-AQS', 'MBT-G-AQS', 'MBT-RACS 2025'] as const
export type Instrument = (typeof INSTRUMENTS)[number]

/** Means of an instrument's items lie between 1 and 7. */
export const isTotal = (value: number): boolean => value >= 1 && value <= 7

/**
 * The level of each domain out of a form; a domain is `not-rateable` where the clip did not allow it, which is no low level.
 * @returns the levels, or the domains that have none.
 */
export function readLevels(
  levelOf: (domain: ClipDomain) => string,
): { levels: ClipLevels } | { missing: ClipDomain[] } {
  const read = CLIP_DOMAIN_IDS.map((domain) => [domain, readLevel(levelOf(domain))] as const)
  const missing = read.filter(([, level]) => level === undefined).map(([domain]) => domain)
  return missing.length > 0 ? { missing } : { levels: Object.fromEntries(read) as ClipLevels }
}

function readLevel(typed: string): number | null | undefined {
  if (typed === 'not-rateable') return null
  return /^[1-7]$/.test(typed) ? Number(typed) : undefined
}

/** A clip of which nothing could be rated was not reviewed. */
export const isReviewed = (levels: ClipLevels): boolean => Object.values(levels).some((level) => level !== null)
