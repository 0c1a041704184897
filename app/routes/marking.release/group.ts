import type { ReleaseGroup } from '#app/features/marking/view-unreleased.server.ts'

const GROUP = /^(?<cohortId>[0-9a-f-]{36})?\.(?<vignetteId>[0-9a-f-]{36})$/

/** A cohort and a vignette as one word of an address; people in no cohort are a group of their own. */
export const groupName = ({ cohortId, vignetteId }: ReleaseGroup) => `${cohortId ?? ''}.${vignetteId}`

/** `undefined` for what is no group's name. */
export function readGroup(name: string | null | undefined): ReleaseGroup | undefined {
  const { cohortId, vignetteId } = GROUP.exec(name ?? '')?.groups ?? {}
  return vignetteId ? { cohortId: cohortId ?? null, vignetteId } : undefined
}
