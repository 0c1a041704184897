import { DAY_MS } from '../time.ts'
import type { CredentialState } from './state.ts'

/** Why something is suspended. The first two are about the person and not about one credential. */
export const SUSPENSION_CAUSES = {
  registration: 'The registration with the regulator has lapsed.',
  fitness: 'The regulator has restricted the fitness to practise.',
  doubt: 'What it rests on is being looked into.',
  other: 'Something else.',
} as const

export type SuspensionCause = keyof typeof SUSPENSION_CAUSES

/** Whether everything that rests on the person's registration stands or falls with this. */
export const isAboutThePerson = (cause: SuspensionCause): boolean => cause === 'registration' || cause === 'fitness'

/** What staff do to one credential. */
export type DeskAct = 'suspend' | 'lift' | 'revoke'

const ENDED = {
  revoked: 'It was revoked, and stays revoked.',
  superseded: 'Another one has taken its place: that is the one to look at.',
  lapsed: 'It has lapsed.',
  expired: 'It has expired.',
} as const

/**
 * Why this cannot be done to a credential that stands so; null when it can. One that has ended by itself can still be revoked, where it
 * ought never to have been given.
 */
export function whyNot(act: DeskAct, { state }: CredentialState): string | null {
  if (state === 'valid') return act === 'lift' ? 'It is not suspended.' : null
  if (state === 'suspended') return act === 'suspend' ? 'It is suspended already. Lift that first.' : null
  if (act === 'revoke' && (state === 'lapsed' || state === 'expired')) return null
  return ENDED[state]
}

/** What decides whether something is issued again. */
export type ReissueFacts = {
  standing: CredentialState
  supersededBy: string | null
  holderName: string
  nameToday: string
}

/**
 * Why it cannot be issued again with the name of today; null when it can. What was revoked by mistake is given again in this way, also under
 * the same name.
 */
export function whyNoReissue({
  standing: { state },
  supersededBy,
  holderName,
  nameToday,
}: ReissueFacts): string | null {
  if (supersededBy) return ENDED.superseded
  if (state === 'revoked') return null
  if (state === 'suspended') return 'It is suspended. Lift that first.'
  if (state !== 'valid') return ENDED[state]
  return holderName === nameToday
    ? 'Its name is that of the account. The person changes it in their settings first.'
    : null
}

/** Why a holder cannot ask for a correction now; null when they can. */
export function whyNoCorrection(state: CredentialState['state'], hasOpen: boolean): string | null {
  if (hasOpen) return 'You have asked already. Staff look at it.'
  return state === 'valid' || state === 'suspended' ? null : ENDED[state]
}

/** The last moment of a suspension's last day, in UTC as all days of credentials. */
export const endOfDay = (day: string): Date => new Date(Date.parse(day) + DAY_MS - 1)

/** As many letters as are typed again before something is done that cannot be undone. */
const CONFIRMED_LETTERS = 5

/** Whether somebody has typed the end of this number, dashes and capitals aside. */
export function isEndOf(number: string, typed: string): boolean {
  const bare = (text: string) => text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return bare(typed) === bare(number).slice(-CONFIRMED_LETTERS)
}
