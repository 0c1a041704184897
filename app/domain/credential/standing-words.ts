import { certificateDay } from '../certificate.ts'
import type { CredentialState } from './state.ts'

export const stateNames: Record<CredentialState['state'], string> = {
  valid: 'Valid',
  suspended: 'Suspended',
  revoked: 'Revoked',
  superseded: 'Replaced',
  lapsed: 'Lapsed',
  expired: 'Expired',
}

/** A state with its days, in UTC: "Suspended on 3 May 2026, until 1 June 2026". */
export function standingWords(standing: CredentialState): string {
  const name = stateNames[standing.state]
  if (!('since' in standing)) return name
  const since = `${name} on ${certificateDay(standing.since)}`
  return 'until' in standing && standing.until ? `${since}, until ${certificateDay(standing.until)}` : since
}
