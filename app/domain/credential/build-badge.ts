import { toSeconds } from './did.ts'
import { BADGE_CONTEXT, type StatusPurpose, VC_CONTEXT } from './open-badge.ts'

export type Achievement = {
  /** Where anybody reads what it is. */
  id: string
  name: string
  description: string
  /** The version of what was studied, or of the requirements that were met. */
  version: string
  /** A word of the standard's list. */
  achievementType: 'Course' | 'License' | 'Certification' | 'Competency'
  /** What it was given for. */
  criteria: string
  alignment: readonly { targetName: string; targetUrl: string; targetFramework: string; targetType: string }[]
  image: string
}

export type BadgeFacts = {
  number: string
  /** The page on which anybody verifies it. */
  address: string
  issuer: { did: string; name: string; url: string }
  holder: { name: string; emailHash: string; salt: string }
  achievement: Achievement
  /** What it rests on, in numbers: nothing of any patient or case. */
  evidence: string
  hoursClaimed: number | undefined
  activity: { startedAt: Date; endedAt: Date } | undefined
  validFrom: Date
  validUntil: Date | null
  status: readonly { purpose: StatusPurpose; list: string; position: number }[]
}

/** An Open Badges 3.0 credential, ready to be signed. Of the holder it has the printed name and a salted hash of the e-mail address. */
export function buildBadge(facts: BadgeFacts) {
  const { number, issuer, achievement, activity } = facts
  return {
    '@context': [VC_CONTEXT, BADGE_CONTEXT],
    id: facts.address,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.name,
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom: toSeconds(facts.validFrom),
    ...(facts.validUntil && { validUntil: toSeconds(facts.validUntil) }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: identityOf(facts.holder),
      ...(activity && {
        activityStartDate: toSeconds(activity.startedAt),
        activityEndDate: toSeconds(activity.endedAt),
      }),
      ...(facts.hoursClaimed !== undefined && { creditsEarned: facts.hoursClaimed }),
      licenseNumber: number,
      achievement: achievementOf(achievement),
    },
    evidence: [{ type: ['Evidence'], narrative: facts.evidence }],
    credentialStatus: facts.status.map(({ purpose, list, position }) => ({
      id: `${list}#${position}`,
      type: 'BitstringStatusListEntry' as const,
      statusPurpose: purpose,
      statusListIndex: String(position),
      statusListCredential: list,
    })),
  }
}

/** The name is there in full: somebody could otherwise print another name around a file whose signature is good. */
function identityOf({ name, emailHash, salt }: BadgeFacts['holder']) {
  const type = 'IdentityObject' as const
  return [
    { type, hashed: true, identityHash: `sha256$${emailHash}`, identityType: 'emailAddress', salt },
    { type, hashed: false, identityHash: name, identityType: 'name' },
  ]
}

function achievementOf({ criteria, alignment, image, ...achievement }: Achievement) {
  return {
    ...achievement,
    type: ['Achievement'],
    criteria: { narrative: criteria },
    ...(alignment.length > 0 && { alignment: alignment.map((target) => ({ type: ['Alignment'], ...target })) }),
    image: { id: image, type: 'Image' },
  }
}
