import type { BenchmarkMark } from '#app/domain/keyed/benchmark-consensus.ts'
import { EXPERTISE } from '#app/domain/keyed/panel-answer.ts'
import { type MarkFields, markField, NOT_RATEABLE } from '#app/domain/mark-form.ts'

/** What a draft of a mark holds, which its owner's browser wrote: every text in it. */
export const fieldsIn = (body: unknown): MarkFields =>
  Object.fromEntries(
    Object.entries(typeof body === 'object' && body !== null ? body : {}).filter(
      ([, value]) => typeof value === 'string',
    ),
  )

/** A mark that was given as the form shows it, to be changed. */
export function fieldsOfMark({ answers, expertise }: { answers: unknown; expertise: string }): MarkFields {
  if (typeof answers !== 'object' || answers === null) return {}
  const { ratings, global, criticalErrors } = answers as BenchmarkMark
  return {
    [EXPERTISE]: expertise,
    ...Object.fromEntries(
      Object.entries(ratings).flatMap(([id, { level, because }]) => [
        [markField.level(id), level === null ? NOT_RATEABLE : String(level)],
        [markField.comment(id), because],
      ]),
    ),
    [markField.globalLevel]: String(global.level),
    [markField.overallComment]: global.because,
    ...Object.fromEntries(
      criticalErrors.flatMap(({ id, because }) => [
        [markField.error(id), 'on'],
        [markField.errorWords(id), because],
      ]),
    ),
  }
}
