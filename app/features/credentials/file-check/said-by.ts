import { listOf, type OpenBadge } from '#app/domain/credential/open-badge.ts'
import type { Said } from './answer-elements.ts'

/** What a credential says, in a line. */
export function saidBy({ credentialSubject }: OpenBadge): Said {
  const name = listOf(credentialSubject.identifier).find(({ identityType }) => identityType === 'name')
  return {
    holder: name?.identityHash ?? '',
    title: credentialSubject.achievement.name,
    number: credentialSubject.licenseNumber,
  }
}
