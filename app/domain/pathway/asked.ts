import type { Requirement } from './rules.ts'

/** What a pathway asks for, one by one: groups are gone into, routes are left whole. */
export const askedIn = (requirements: readonly Requirement[]): Requirement[] =>
  requirements.flatMap((requirement) =>
    requirement.kind === 'all-of' ? askedIn(requirement.requirements) : [requirement],
  )
