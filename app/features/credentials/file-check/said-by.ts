import { namesOf, type OpenBadge } from '#app/domain/credential/open-badge.ts'
import type { Said } from './answer-elements.ts'

/** What a credential says, in a line. */
export const saidBy = (badge: OpenBadge): Said => ({
  holder: namesOf(badge),
  title: badge.credentialSubject.achievement.name,
  number: badge.credentialSubject.licenseNumber,
})
