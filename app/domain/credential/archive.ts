import { z } from 'zod'
import { dateTime, text, uri } from './badge-parts.ts'

/** A DID document, as far as a verifier reads it. */
export const didDocumentSchema = z.looseObject({
  id: uri,
  verificationMethod: z
    .array(
      z.looseObject({
        id: text,
        type: text,
        controller: uri,
        publicKeyMultibase: text.optional(),
        revoked: text.optional(),
      }),
    )
    .optional(),
  assertionMethod: z
    .array(
      z.union([text, z.looseObject({ id: text, type: text, controller: uri, publicKeyMultibase: text.optional() })]),
    )
    .optional(),
})

const day = dateTime.transform((instant) => new Date(instant))

const contents = z.object({
  exportedAt: dateTime,
  issuers: z.array(z.object({ name: text, document: didDocumentSchema })).min(1),
  keys: z.array(z.object({ id: text, adoptedAt: day, retiredAt: day.nullable(), revokedAt: day.nullable() })),
  statusLists: z.array(z.looseObject({ id: uri })),
})

/**
 * What outlives a platform: who signed, with which keys and when, and what stood on the status lists on the day of the export. One signature
 * covers the text of `contents`.
 */
export const archiveSchema = z.object({
  format: z.literal('stance-credential-archive/1'),
  contents: text,
  signature: z.object({ key: text, value: text }),
})

export const archiveContentsSchema = z.string().transform((json, context) => {
  try {
    return contents.parse(JSON.parse(json))
  } catch {
    context.addIssue({ code: 'custom', message: 'cannot be read' })
    return z.NEVER
  }
})

export type Archive = z.infer<typeof archiveSchema>
export type ArchiveContents = z.infer<typeof contents>
