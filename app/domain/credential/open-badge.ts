import { z } from 'zod'
import {
  achievementSchema,
  dateTime,
  evidenceSchema,
  identifierEntrySchema,
  identitySchema,
  profileSchema,
  resultSchema,
  text,
  typed,
  uri,
} from './badge-parts.ts'

export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2'
export const BADGE_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

/** The versions of the context that are here. What any other context means is not guessed. */
const BADGE_CONTEXTS = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.0\.[1-3])?\.json$/

const EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'

const isKnownContext = (context: unknown) => context === VC_CONTEXT || context === EXTENSIONS || isBadgeContext(context)

const isBadgeContext = (context: unknown) => typeof context === 'string' && BADGE_CONTEXTS.test(context)

const contexts = z
  .array(z.unknown())
  .refine(([first]) => first === VC_CONTEXT, `must begin with ${VC_CONTEXT}`)
  .refine((list) => list.some(isBadgeContext), 'must name the context of Open Badges 3.0')
  .refine((list) => list.every(isKnownContext), 'names a context that is not known here')

const oneOrMore = <Part extends z.ZodType>(part: Part) => z.union([part, z.array(part).min(1)])

/** Why an issuer's list says that a credential does not hold. */
export const STATUS_PURPOSES = ['revocation', 'suspension'] as const
export type StatusPurpose = (typeof STATUS_PURPOSES)[number]

/** A place on a Bitstring Status List (W3C Bitstring Status List 1.0, section 2.1). */
const statusEntrySchema = z.looseObject({
  id: uri.optional(),
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.enum([...STATUS_PURPOSES, 'message', 'refresh']),
  statusListIndex: z.string().regex(/^(0|[1-9]\d{0,9})$/, 'must be a whole number, as text'),
  statusListCredential: uri,
})

/** A Data Integrity proof (W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.1). */
export const proofSchema = z.looseObject({
  id: uri.optional(),
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: dateTime.optional(),
  expires: dateTime.optional(),
  verificationMethod: uri,
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{80,100}$/, 'must be an Ed25519 signature in base 58'),
})

const subjectSchema = z
  .looseObject({
    id: uri.optional(),
    type: typed('AchievementSubject'),
    identifier: oneOrMore(identitySchema).optional(),
    achievement: achievementSchema,
    activityStartDate: dateTime.optional(),
    activityEndDate: dateTime.optional(),
    creditsEarned: z.number().optional(),
    licenseNumber: text.optional(),
    narrative: text.optional(),
    role: text.optional(),
    term: text.optional(),
    source: profileSchema.optional(),
    result: oneOrMore(resultSchema).optional(),
  })
  .refine(({ id, identifier }) => id ?? identifier, { error: 'must say whom it is about', path: ['identifier'] })

const badgeTypes = z
  .array(
    z.enum(['VerifiableCredential', 'OpenBadgeCredential', 'AchievementCredential'], 'is a type that is not known'),
  )
  .refine((types) => types.includes('VerifiableCredential'), 'must hold VerifiableCredential')
  .refine((types) => types.length > 1, 'must hold OpenBadgeCredential')

/**
 * Whether every key below the first level is a plain word. A context of its own, or an address in the place of a word, could make JSON say one
 * thing and what was signed another.
 */
function hasPlainKeys({ '@context': _, ...badge }: Record<string, unknown>): boolean {
  const isPlain = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.every(isPlain)
      : typeof value !== 'object' ||
        value === null ||
        Object.entries(value).every(([key, part]) => !/[@:]/.test(key) && isPlain(part))
  return isPlain(badge)
}

/**
 * An Open Badges 3.0 AchievementCredential in the data model of Verifiable Credentials 2.0, signed by Data Integrity: every required
 * field, and every further one that the standard gives a type. Types that it does not know are refused.
 */
export const openBadgeSchema = z
  .looseObject({
    '@context': contexts,
    id: uri,
    type: badgeTypes,
    name: text.optional(),
    description: text.optional(),
    issuer: z.union([uri, profileSchema]),
    validFrom: dateTime,
    validUntil: dateTime.optional(),
    awardedDate: dateTime.optional(),
    credentialSubject: subjectSchema,
    credentialStatus: oneOrMore(statusEntrySchema).optional(),
    credentialSchema: oneOrMore(z.looseObject({ id: uri, type: text })).optional(),
    evidence: oneOrMore(evidenceSchema).optional(),
    otherIdentifier: oneOrMore(identifierEntrySchema).optional(),
    proof: oneOrMore(proofSchema),
  })
  .refine(hasPlainKeys, { error: 'is given another meaning by one of its parts', path: ['@context'] })

export type OpenBadge = z.infer<typeof openBadgeSchema>
export type StatusEntry = z.infer<typeof statusEntrySchema>
export type Proof = z.infer<typeof proofSchema>

/** A field that the standard lets be one or several, as several. */
export const listOf = <Part>(value: Part | Part[] | undefined): Part[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** The names in which a credential was given, without those of which only a hash is told. */
export const namesOf = ({ credentialSubject }: Pick<OpenBadge, 'credentialSubject'>): string =>
  listOf(credentialSubject.identifier)
    .filter(({ hashed, identityType }) => !hashed && identityType === 'name')
    .map(({ identityHash }) => identityHash)
    .join(', ')

/** The name of the issuer, whether it stands by itself or in a profile. */
export const issuerOf = ({ issuer }: { issuer: string | { id: string } }): string =>
  typeof issuer === 'string' ? issuer : issuer.id
