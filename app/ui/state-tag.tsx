import { stateNames } from '#app/domain/credential/standing-words.ts'
import type { CredentialState } from '#app/domain/credential/state.ts'
import { Status } from '#app/ui/tag.tsx'

const marks = {
  valid: 'met',
  suspended: 'suspended',
  revoked: 'revoked',
  superseded: 'not-yet',
  lapsed: 'expired',
  expired: 'expired',
} as const

/** What a credential is on a day, by shape, colour and words. */
export const StateTag = ({ state }: Pick<CredentialState, 'state'>) => (
  <Status status={marks[state]}>{stateNames[state]}</Status>
)
