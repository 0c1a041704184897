import { z } from 'zod'
import { CREDENTIAL_KINDS } from '#app/domain/credential/kinds.ts'
import type { CredentialFilter } from '#app/features/credentials/desk/view-credentials.server.ts'

export const STATES = ['valid', 'suspended', 'revoked', 'superseded', 'lapsed', 'expired'] as const

const querySchema = z.object({
  find: z.string().trim().min(1).max(300).optional().catch(undefined),
  kind: z.enum(CREDENTIAL_KINDS).optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  asked: z
    .literal('yes')
    .transform(() => true)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** What the address asks for. Anything that makes no sense counts as not asked. */
export const readQuery = (url: string): CredentialFilter =>
  querySchema.parse(Object.fromEntries(new URL(url).searchParams))

export function pageHref({ find, kind, state, asked }: CredentialFilter, page: number): string {
  const search = new URLSearchParams({
    ...(find && { find }),
    ...(kind && { kind }),
    ...(state && { state }),
    ...(asked && { asked: 'yes' }),
    ...(page > 1 && { page: String(page) }),
  }).toString()
  return search ? `/accreditation/credentials?${search}` : '/accreditation/credentials'
}
