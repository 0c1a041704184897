import type { CredentialKind } from './kinds.ts'
import type { CredentialState } from './state.ts'

/** How a credential of each kind stands, in a sentence: what the word for it changes around it is the language's to say. */
export const verdicts: Record<CredentialKind, Record<CredentialState['state'], string>> = {
  course_completion: {
    valid: 'This certificate is valid',
    suspended: 'This certificate is suspended',
    revoked: 'This certificate was revoked',
    superseded: 'Another certificate has taken its place',
    lapsed: 'This certificate has lapsed',
    expired: 'This certificate has expired',
  },
  practitioner_status: {
    valid: 'This status is valid',
    suspended: 'This status is suspended',
    revoked: 'This status was revoked',
    superseded: 'Another status has taken its place',
    lapsed: 'This status has lapsed',
    expired: 'This status has expired',
  },
  specialist_note: {
    valid: 'This specialist note is valid',
    suspended: 'This specialist note is suspended',
    revoked: 'This specialist note was revoked',
    superseded: 'Another specialist note has taken its place',
    lapsed: 'This specialist note has lapsed',
    expired: 'This specialist note has expired',
  },
}
