export type CredentialEvent = {
  kind: 'suspended' | 'lifted' | 'revoked' | 'superseded' | 'lapsed'
  at: Date
  /** A suspension ends by itself at this moment. */
  until: Date | null
}

export type CredentialFacts = { validUntil: Date | null; events: readonly CredentialEvent[] }

export type CredentialState =
  | { state: 'valid' }
  | { state: 'suspended'; since: Date; until: Date | null }
  | { state: 'revoked' | 'superseded' | 'lapsed' | 'expired'; since: Date }

/**
 * What a credential is at this moment, by what happened to it. What cannot be undone outweighs what can: a revoked one stays revoked,
 * and one that ended while it was suspended has ended.
 */
export function credentialState({ validUntil, events }: CredentialFacts, now: Date): CredentialState {
  const past = events.filter(({ at }) => at <= now).toSorted((one, other) => one.at.getTime() - other.at.getTime())
  for (const state of ['revoked', 'superseded', 'lapsed'] as const) {
    const event = past.find(({ kind }) => kind === state)
    if (event) return { state, since: event.at }
  }
  if (validUntil && validUntil < now) return { state: 'expired', since: validUntil }
  const last = past.findLast(({ kind }) => kind === 'suspended' || kind === 'lifted')
  const isSuspended = last?.kind === 'suspended' && (last.until === null || last.until > now)
  return isSuspended ? { state: 'suspended', since: last.at, until: last.until } : { state: 'valid' }
}

/** Whether it holds no more, whatever comes: a suspended one may hold again. */
export const hasEnded = ({ state }: Pick<CredentialState, 'state'>): boolean =>
  state !== 'valid' && state !== 'suspended'
