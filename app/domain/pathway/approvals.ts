import type { Day, PathwayFacts } from './facts.ts'

export type Approved = (
  subject: 'supervisor' | 'provider',
  id: string | undefined,
  ...days: (Day | undefined)[]
) => boolean

/** Whether somebody was approved on every one of these days. A day that is not known was none. */
export function approvalsOf({ approvals }: PathwayFacts): Approved {
  const terms = Map.groupBy(approvals, ({ subject, id }) => `${subject} ${id}`)
  return (subject, id, ...days) => {
    const granted = terms.get(`${subject} ${id}`)
    if (!granted) return false
    return days.every(
      (day) =>
        day !== undefined && granted.some(({ from, until }) => from <= day && (until === undefined || day <= until)),
    )
  }
}
