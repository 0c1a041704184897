export const CREDENTIAL_KINDS = ['course_completion', 'practitioner_status', 'specialist_note'] as const
export type CredentialKind = (typeof CREDENTIAL_KINDS)[number]

/** What somebody with a status may have a note of besides: the work that their evidence shows. */
export const SPECIALIST_NOTES = ['individual', 'group', 'mbt_i'] as const
export type SpecialistNote = (typeof SPECIALIST_NOTES)[number]

export const noteNames: Record<SpecialistNote, string> = {
  individual: 'individual treatments',
  group: 'groups',
  mbt_i: 'introductory group (MBT-I)',
}

/** What a status is called, or a note of it: “MBT practitioner: groups”. */
export const statusTitle = (pathwayTitle: string, note: SpecialistNote | null): string =>
  note ? `${pathwayTitle}: ${noteNames[note]}` : pathwayTitle
