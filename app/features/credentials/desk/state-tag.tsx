import type { CredentialState } from '#app/domain/credential/state.ts'
import { Status } from '#app/ui/tag.tsx'

const looks = {
  valid: { status: 'met', words: 'Valid' },
  suspended: { status: 'suspended', words: 'Suspended' },
  revoked: { status: 'revoked', words: 'Revoked' },
  superseded: { status: 'not-yet', words: 'Replaced' },
  lapsed: { status: 'expired', words: 'Lapsed' },
  expired: { status: 'expired', words: 'Expired' },
} as const

/** What a credential is today, by shape, colour and words. */
export const StateTag = ({ state }: Pick<CredentialState, 'state'>) => (
  <Status status={looks[state].status}>{looks[state].words}</Status>
)
