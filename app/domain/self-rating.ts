/** The trainee's own levels by criterion, 1 to 7 or `null` for "not rateable", and on the whole. */
export type SelfRating = { ratings: Record<string, number | null>; globalLevel: number }

type Fields = Readonly<Record<string, string>>
type Titled = { id: string; title: string }

/** The names of the form's fields; also their ids in the page. */
export const selfRatingField = {
  level: (criterionId: string) => `own.${criterionId}`,
  globalLevel: 'own-global',
} as const

const LOWEST = 1
const HIGHEST = 7

/** A level, `null` for "not rateable", or `undefined` for anything else. */
function readLevel(value: string | undefined): number | null | undefined {
  if (value === 'not-rateable') return null
  const level = /^\d$/.test(value ?? '') ? Number(value) : Number.NaN
  return level >= LOWEST && level <= HIGHEST ? level : undefined
}

/** Reads a complete rating of one's own answer from a form, or every fault at once by its field. Other fields are passed over. */
export function readSelfRating(
  criteria: readonly Titled[],
  fields: Fields,
): { rating: SelfRating } | { faults: Record<string, string> } {
  const ratings: SelfRating['ratings'] = {}
  const faults: Record<string, string> = {}
  for (const { id, title } of criteria) {
    const level = readLevel(fields[selfRatingField.level(id)])
    if (level === undefined)
      faults[selfRatingField.level(id)] = `${title}: choose a level from 1 to 7, or “not rateable”.`
    else ratings[id] = level
  }
  const globalLevel = readLevel(fields[selfRatingField.globalLevel])
  if (typeof globalLevel !== 'number') faults[selfRatingField.globalLevel] = 'On the whole: choose a level from 1 to 7.'
  if (typeof globalLevel !== 'number' || Object.keys(faults).length > 0) return { faults }
  return { rating: { ratings, globalLevel } }
}

export type ComparedLevel = Titled & {
  own: number | null
  given: number | null
  /** Own minus given; null where either could not be rated. */
  difference: number | null
}

export type ComparedRating = {
  levels: ComparedLevel[]
  higher: number
  same: number
  lower: number
}

type GivenLevels = { ratings: Record<string, { level: number | null }>; globalLevel: number }

/** One's own levels beside those that were given: the whole first, then the criteria that both know, in the rubric's order. */
export function compareOwnRating(
  criteria: readonly Titled[],
  { ratings, globalLevel }: SelfRating,
  given: GivenLevels,
): ComparedRating {
  const both = criteria.filter(({ id }) => Object.hasOwn(ratings, id) && Object.hasOwn(given.ratings, id))
  const levels = [
    compared({ id: 'global', title: 'On the whole' }, globalLevel, given.globalLevel),
    ...both.map((criterion) =>
      compared(criterion, ratings[criterion.id] ?? null, given.ratings[criterion.id]?.level ?? null),
    ),
  ]
  const count = (holds: (difference: number) => boolean) =>
    levels.filter(({ difference }) => difference !== null && holds(difference)).length
  return { levels, higher: count((by) => by > 0), same: count((by) => by === 0), lower: count((by) => by < 0) }
}

const compared = ({ id, title }: Titled, own: number | null, given: number | null): ComparedLevel => ({
  id,
  title,
  own,
  given,
  difference: own === null || given === null ? null : own - given,
})
