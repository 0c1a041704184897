import { type Decision, decideMark, type Mark, type MarkedRubric, type Rating } from './rubric.ts'
import { figure } from './wording.ts'

/** What a marker has filled in so far, by the name of the field: the form, its draft and the page share it. */
export type MarkFields = Readonly<Record<string, string>>

/** Faults in plain words, by the name of the field that each stands beside. */
export type MarkFaults = Record<string, string>

export const markField = {
  level: (criterionId: string) => `level.${criterionId}`,
  comment: (criterionId: string) => `comment.${criterionId}`,
  globalLevel: 'global',
  overallComment: 'overall',
  error: (errorId: string) => `error.${errorId}`,
  errorWords: (errorId: string) => `words.${errorId}`,
  /** The comments on passages as JSON; see `anchors.ts`. */
  anchors: 'anchors',
} as const

export const LEVELS = [1, 2, 3, 4, 5, 6, 7] as const
export const NOT_RATEABLE = 'not-rateable'
/** "Good enough". Below it a trainee is owed a word on what was missing. */
export const PASS_STANDARD = 4
export const COMMENT_CHARACTERS = 2_000
const OVERALL_COMMENT_CHARACTERS = 5_000

/**
 * Reads a mark from the fields of a form.
 * @returns the complete mark, or every fault at once: a level that is missing or not 1 to 7; a criterion or a critical
 *   error that the rubric does not have; a comment that is too long; and a comment that is owed and missing (below the
 *   pass standard, not rateable, a critical error, the answer as a whole).
 */
export function checkMark(rubric: MarkedRubric, fields: MarkFields): { mark: Mark } | { faults: MarkFaults } {
  const faults: MarkFaults = {}
  findUnknownFields(rubric, fields, faults)
  const ratings = readRatings(rubric, fields, faults)
  const globalLevel = readLevel(fields[markField.globalLevel])
  if (typeof globalLevel !== 'number') faults[markField.globalLevel] = 'Global rating: choose a level from 1 to 7.'
  const criticalErrors = readCriticalErrors(rubric, fields, faults)
  const comment = readOverallComment(fields, faults)
  if (typeof globalLevel !== 'number' || Object.keys(faults).length > 0) return { faults }
  return { mark: { ratings, globalLevel, comment, criticalErrors } }
}

/** What the rubric's rule would say of the levels chosen so far, or the titles of those that are still missing. */
export function foretellDecision(rubric: MarkedRubric, fields: MarkFields): Decision | { missing: string[] } {
  const ratings: Record<string, { level: number | null }> = {}
  const missing: string[] = []
  for (const { id, title } of rubric.criteria) {
    const level = readLevel(fields[markField.level(id)])
    if (level === undefined) missing.push(title)
    else ratings[id] = { level }
  }
  const globalLevel = readLevel(fields[markField.globalLevel])
  if (typeof globalLevel !== 'number') return { missing: [...missing, 'Global rating'] }
  if (missing.length > 0) return { missing }
  const seen = rubric.criticalErrors.filter(({ id }) => fields[markField.error(id)])
  return decideMark(rubric, {
    ratings,
    globalLevel,
    criticalErrors: Object.fromEntries(seen.map(({ id }) => [id, ''])),
  })
}

function readRatings({ criteria }: MarkedRubric, fields: MarkFields, faults: MarkFaults): Record<string, Rating> {
  const ratings: Record<string, Rating> = {}
  for (const { id, title } of criteria) {
    const level = readLevel(fields[markField.level(id)])
    const comment = readText(fields[markField.comment(id)])
    const fault = commentFault(title, level, comment)
    if (level === undefined) faults[markField.level(id)] = `${title}: choose a level from 1 to 7, or “not rateable”.`
    if (fault) faults[markField.comment(id)] = fault
    ratings[id] = { level: level ?? null, comment }
  }
  return ratings
}

function commentFault(title: string, level: number | null | undefined, comment: string): string | undefined {
  if (comment.length > COMMENT_CHARACTERS) return tooLong(title, comment, COMMENT_CHARACTERS)
  if (comment !== '' || level === undefined) return undefined
  if (level === null) return `${title}: say why it could not be rated.`
  if (level < PASS_STANDARD) return `${title}: say what was missing, since the level is below ${PASS_STANDARD}.`
}

function readOverallComment(fields: MarkFields, faults: MarkFaults): string {
  const comment = readText(fields[markField.overallComment])
  if (comment === '') faults[markField.overallComment] = 'Overall comment: say what the trainee should take away.'
  if (comment.length > OVERALL_COMMENT_CHARACTERS)
    faults[markField.overallComment] = tooLong('Overall comment', comment, OVERALL_COMMENT_CHARACTERS)
  return comment
}

function readCriticalErrors({ criticalErrors }: MarkedRubric, fields: MarkFields, faults: MarkFaults) {
  const seen: Record<string, string> = {}
  for (const { id, title } of criticalErrors) {
    if (!fields[markField.error(id)]) continue
    const words = readText(fields[markField.errorWords(id)])
    if (words === '') faults[markField.errorWords(id)] = `${title}: say in a sentence where you saw it.`
    if (words.length > COMMENT_CHARACTERS) faults[markField.errorWords(id)] = tooLong(title, words, COMMENT_CHARACTERS)
    seen[id] = words
  }
  return seen
}

/** Every field that a mark on this rubric has. */
export const markFieldNames = ({ criteria, criticalErrors }: MarkedRubric): string[] => [
  ...criteria.flatMap(({ id }) => [markField.level(id), markField.comment(id)]),
  markField.globalLevel,
  ...criticalErrors.flatMap(({ id }) => [markField.error(id), markField.errorWords(id)]),
  markField.overallComment,
]

/** A field that the rubric does not have was forged, or belongs to another version of it. */
function findUnknownFields(rubric: MarkedRubric, fields: MarkFields, faults: MarkFaults): void {
  const known = new Set(markFieldNames(rubric))
  for (const name of Object.keys(fields))
    if (!known.has(name)) faults[name] = `This rubric has nothing called “${name.slice(0, 60)}”.`
}

/** A level, `null` for "not rateable", or `undefined` for anything else. */
function readLevel(value: string | undefined): number | null | undefined {
  if (value === NOT_RATEABLE) return null
  return LEVELS.find((level) => String(level) === value)
}

/** As a person meant it: one kind of line break, and nothing that the database could not store. */
const readText = (value = '') => value.replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim()

const tooLong = (title: string, text: string, limit: number) =>
  `${title}: this is ${figure(text.length - limit)} over the limit of ${figure(limit)} characters.`
