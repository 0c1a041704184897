import type { Confirmation } from '#app/domain/screen/confirmations.ts'

type Audited = { confirmedIdentifiers?: Pick<Confirmation, 'kind' | 'digest' | 'reason'>[] }

/**
 * What a writer confirmed, for the audit entry of what was written, where that keeps no versions of its own. Without the words of
 * another reason: the audit trail holds nothing that somebody wrote.
 */
export const auditedConfirmations = (confirmed: readonly Confirmation[]): Audited =>
  confirmed.length === 0
    ? {}
    : { confirmedIdentifiers: confirmed.map(({ kind, digest, reason }) => ({ kind, digest, reason })) }
