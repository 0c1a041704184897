import { z } from 'zod'
import { dateTime, uri } from './badge-parts.ts'
import { type OpenBadge, proofSchema, type StatusEntry, VC_CONTEXT } from './open-badge.ts'

/** As few as the standard allows: among so many, a place tells nothing (W3C Bitstring Status List 1.0, section 6.1). */
export const LIST_LENGTH = 131_072

/** A list is signed anew well before it ends; whoever holds one that has ended asks again. */
export const LIST_DAYS = 7

const oneOrMore = <Part extends z.ZodType>(part: Part) => z.union([part, z.array(part).min(1)])

/** A signed Bitstring Status List. */
export const statusListSchema = z.looseObject({
  '@context': z.array(z.unknown()).refine(([first]) => first === VC_CONTEXT),
  id: uri,
  type: z.array(z.string()).refine((types) => types.includes('BitstringStatusListCredential')),
  issuer: z.union([uri, z.looseObject({ id: uri })]),
  validFrom: dateTime,
  validUntil: dateTime.optional(),
  credentialSubject: z.looseObject({
    id: uri.optional(),
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.string(),
    encodedList: z.string().regex(/^u[\w-]+$/),
  }),
  proof: oneOrMore(proofSchema),
})

export type SignedStatusList = z.infer<typeof statusListSchema>

/** The entries by which an issuer can withdraw or suspend a credential. */
export const withdrawing = ({ credentialStatus }: Pick<OpenBadge, 'credentialStatus'>): StatusEntry[] =>
  [credentialStatus ?? []]
    .flat()
    .filter(({ statusPurpose }) => statusPurpose === 'revocation' || statusPurpose === 'suspension')

export const listAddress = (appUrl: string, name: string): string => `${appUrl}/credentials/status/${name}`
