import { z } from 'zod'

// The parts of an Open Badge, each with the fields that Open Badges 3.0 (appendix B) requires and those that it gives a type.

export const text = z.string().min(1, 'must not be empty')
/** Any scheme: https, urn, did, mailto, data. */
export const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s"<>\\^`{|}]+$/i, 'must be an address')
/** A day and a time with their offset; a time without one is another moment everywhere. */
export const dateTime = z.iso.datetime({ offset: true, error: 'must be a day and a time with its offset' })

/** The `type` of a part: this one alone, as itself or as a list. */
export const typed = (name: string) => {
  const error = `must be ${name}`
  return z.union([z.literal(name, error), z.array(z.literal(name, error)).length(1, error)], error)
}

const imageSchema = z.union([uri, z.looseObject({ id: uri, type: typed('Image'), caption: text.optional() })])

export const identifierEntrySchema = z.looseObject({
  type: typed('IdentifierEntry'),
  identifier: text,
  identifierType: text,
})

const addressSchema = z.looseObject({
  type: typed('Address'),
  addressCountry: text.optional(),
  addressCountryCode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  addressRegion: text.optional(),
  addressLocality: text.optional(),
  streetAddress: text.optional(),
  postalCode: text.optional(),
})

export const profileSchema = z.looseObject({
  id: uri,
  type: typed('Profile'),
  name: text.optional(),
  url: uri.optional(),
  phone: text.optional(),
  description: text.optional(),
  email: z.email('must be an e-mail address').optional(),
  image: imageSchema.optional(),
  address: addressSchema.optional(),
  official: text.optional(),
  otherIdentifier: z.array(identifierEntrySchema).optional(),
})

/** Whom it is about: a salted hash, or a plain identity (section B.1.15). */
export const identitySchema = z
  .looseObject({
    type: typed('IdentityObject'),
    hashed: z.boolean('must say whether it is hashed'),
    identityHash: text,
    identityType: text,
    salt: text.optional(),
  })
  .refine(({ hashed, identityHash }) => !hashed || /^(sha256\$[0-9a-f]{64}|md5\$[0-9a-f]{32})$/.test(identityHash), {
    error: 'must be a hash with its kind: sha256$…',
    path: ['identityHash'],
  })

const alignmentSchema = z.looseObject({
  type: typed('Alignment'),
  targetName: text,
  targetUrl: uri,
  targetCode: text.optional(),
  targetDescription: text.optional(),
  targetFramework: text.optional(),
  targetType: text.optional(),
})

const resultDescriptionSchema = z.looseObject({
  id: uri,
  type: typed('ResultDescription'),
  name: text,
  resultType: text,
  allowedValue: z.array(text).optional(),
  requiredValue: text.optional(),
  valueMax: text.optional(),
  valueMin: text.optional(),
})

export const resultSchema = z.looseObject({
  type: typed('Result'),
  achievedLevel: uri.optional(),
  resultDescription: uri.optional(),
  status: z.enum(['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Provisional', 'Withdrew']).optional(),
  value: text.optional(),
})

export const evidenceSchema = z.looseObject({
  id: uri.optional(),
  type: typed('Evidence'),
  name: text.optional(),
  narrative: text.optional(),
  description: text.optional(),
  genre: text.optional(),
  audience: text.optional(),
})

export const achievementSchema = z.looseObject({
  id: uri,
  type: typed('Achievement'),
  name: text,
  description: text,
  criteria: z
    .looseObject({ id: uri.optional(), narrative: text.optional() })
    .refine(({ id, narrative }) => id ?? narrative, 'must say what it was given for'),
  achievementType: text.optional(),
  alignment: z.array(alignmentSchema).optional(),
  creator: profileSchema.optional(),
  creditsAvailable: z.number().optional(),
  fieldOfStudy: text.optional(),
  humanCode: text.optional(),
  image: imageSchema.optional(),
  inLanguage: text.optional(),
  otherIdentifier: z.array(identifierEntrySchema).optional(),
  related: z
    .array(z.looseObject({ id: uri, type: typed('Related'), version: text.optional(), inLanguage: text.optional() }))
    .optional(),
  resultDescription: z.array(resultDescriptionSchema).optional(),
  specialization: text.optional(),
  tag: z.array(text).optional(),
  version: text.optional(),
})
