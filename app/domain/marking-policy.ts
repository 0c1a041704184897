/** How a cohort's answers are marked: data, so that a programme can choose. The defaults are common university practice. */
export type MarkingPolicy = {
  /** Who marks: one person, two who do not see each other's mark, or two for a sample. */
  scheme: 'single' | 'double' | 'sample'
  sample: {
    /** Share of all answers that is drawn at random, 0..1. */
    share: number
    /** Whether every answer whose first mark lies near the pass standard gets a second. */
    nearPass: boolean
    /** Whether every first attempt gets two marks. */
    firstAttempts: boolean
  }
  /** A third marker is asked when any of these holds. */
  adjudication: {
    /** The global rating or any criterion differs by so many levels or more. */
    difference: number
    eitherSideOfPass: boolean
    anyCriticalError: boolean
  }
  /** Two marks that differ by at most so many levels everywhere, on one side of the standard, agree without a talk; null: never. */
  agreeWithin: number | null
  release: {
    /** `as-ready`: each when it is finally marked. `together`: a vignette's answers only when all of them are. */
    sequence: 'as-ready' | 'together'
    /** ISO 8601; nothing is released before it. */
    notBefore: string | null
  }
  /** About this share of a marker's scripts are benchmarks, unseen, 0..0.5. */
  goldShare: number
  /** Who marks for this cohort, by weight; empty: every training lead. */
  markers: { userId: string; weight: number }[]
}

export const defaultMarkingPolicy: MarkingPolicy = {
  scheme: 'single',
  sample: { share: 0.2, nearPass: true, firstAttempts: false },
  adjudication: { difference: 2, eitherSideOfPass: true, anyCriticalError: true },
  agreeWithin: 1,
  release: { sequence: 'as-ready', notBefore: null },
  goldShare: 0.1,
  markers: [],
}

/** `field`: a field of the policy's form; empty for the policy as a whole. */
export type PolicyFault = { field: '' | 'scheme' | 'markers' | 'agreeWithin'; message: string }

/** What makes no sense in a policy although each part of it does; the first such thing. */
export function policyFault({ scheme, sample, markers, agreeWithin, adjudication }: MarkingPolicy): PolicyFault | null {
  if (scheme === 'sample' && sample.share === 0 && !sample.nearPass && !sample.firstAttempts)
    return { field: 'scheme', message: 'Say of which answers the sample is: a share, or those below.' }
  if (scheme !== 'single' && markers.length === 1)
    return { field: 'markers', message: 'Two people mark, so name two or more, or nobody in particular.' }
  if (agreeWithin !== null && agreeWithin >= adjudication.difference)
    return { field: 'agreeWithin', message: 'What goes to a third marker cannot agree by itself. Choose fewer levels.' }
  return null
}
