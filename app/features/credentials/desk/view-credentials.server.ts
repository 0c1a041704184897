import { listCredentials } from '#app/db/credential-list.server.ts'
import type { CredentialKind } from '#app/domain/credential/kinds.ts'
import type { CredentialState } from '#app/domain/credential/state.ts'
import { parseCertificateNumber, partOfNumber } from '#app/domain/identifiers.ts'
import type { Actor } from '#app/domain/people.ts'
import { requireOfficer } from '../require-officer.server.ts'

const PAGE_SIZE = 25

export type CredentialFilter = {
  /** A number or a part of it, however it is typed, or part of a name. */
  find?: string | undefined
  kind?: CredentialKind | undefined
  state?: CredentialState['state'] | undefined
  asked?: boolean | undefined
  page: number
}

/** One page of everything that was issued, of any kind, the newest first, each as it is today. */
export async function viewCredentials(officer: Actor, { find, kind, state, asked, page }: CredentialFilter, now: Date) {
  requireOfficer(officer)
  const reading = find ? parseCertificateNumber(find) : { fault: '' }
  const sought = 'number' in reading ? { number: reading.number } : { name: find, numberPart: partOfNumber(find ?? '') }
  const { rows, total } = await listCredentials({
    ...{ ...sought, kind, state, isAsked: asked, now },
    ...{ limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE },
  })
  return { credentials: rows, total, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)) }
}
