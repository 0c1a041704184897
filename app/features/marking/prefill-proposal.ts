import { type MarkFields, markField, NOT_RATEABLE } from '#app/domain/mark-form.ts'
import type { Mark, MarkedRubric } from '#app/domain/rubric.ts'

/**
 * The form of a mark to be proposed: the levels on which two marks agree, and both markers' words, to be made into one. What they
 * differ in is left open.
 */
export function prefillProposal(rubric: MarkedRubric, [own, other]: readonly [Mark, Mark]): MarkFields {
  const fields: Record<string, string> = {
    [markField.overallComment]: together(own.comment, other.comment),
    [markField.globalLevel]: ifSame(own.globalLevel, other.globalLevel),
  }
  for (const { id } of rubric.criteria) {
    const [one, another] = [own.ratings[id], other.ratings[id]]
    fields[markField.level(id)] = ifSame(one?.level, another?.level)
    fields[markField.comment(id)] = together(one?.comment, another?.comment)
  }
  for (const { id } of rubric.criticalErrors) {
    const [one, another] = [own.criticalErrors[id], other.criticalErrors[id]]
    if (one !== undefined && another !== undefined) fields[markField.error(id)] = 'on'
    fields[markField.errorWords(id)] = together(one, another)
  }
  return fields
}

function ifSame(one: number | null | undefined, other: number | null | undefined): string {
  if (one !== other || one === undefined) return ''
  return one === null ? NOT_RATEABLE : String(one)
}

const together = (one = '', other = '') => [...new Set([one, other])].filter((words) => words !== '').join('\n\n')
