import type { EvaluatedPart, RequirementState } from './evaluated.ts'

/** A requirement that is not met, as much of it as tells what would complete it. */
export type OpenRequirement = Pick<
  EvaluatedPart,
  'id' | 'title' | 'kind' | 'state' | 'missing' | 'remainingHours' | 'next'
>

/** What staff look up themselves is nobody's work before an application. */
export type OpenStanding = Exclude<RequirementState, 'met'> | 'staff'

const ORDER: readonly OpenStanding[] = ['expired', 'under-way', 'not-begun', 'staff']

/**
 * Requirements that are not met by how they stand, in the order in which they are gone on with; in each group that first which takes the
 * least work, of equals that which the pathway names first. Groups without any are left out.
 */
export const byNearness = (parts: readonly OpenRequirement[]): { standing: OpenStanding; parts: OpenRequirement[] }[] =>
  ORDER.map((standing) => ({
    standing,
    parts: parts
      .filter((part) => (part.kind === 'staff-check' ? 'staff' : part.state) === standing)
      .toSorted((one, other) => one.remainingHours - other.remainingHours),
  })).filter((group) => group.parts.length > 0)
