import type { Hit, HitKind } from './hit.ts'

/** Why something that looks like an identifier may stay. */
export const CONFIRMATION_REASONS = {
  'not-identifying': 'It is nobody’s name, number or address',
  'public-figure': 'A public figure, or an author that I cite',
  invented: 'Invented: it belongs to nobody',
  'public-contact': 'A service’s public contact',
  other: 'Another reason, which I give',
} as const

export type ConfirmationReason = keyof typeof CONFIRMATION_REASONS

/**
 * What a writer confirmed. `digest` stands for the kind and the text of the hit, so that what is stored and logged does not
 * contain the very thing that may identify somebody.
 */
export type Confirmation = { kind: HitKind; digest: string; reason: ConfirmationReason; note?: string }

/** The hits that nobody has answered for. */
export function unconfirmed<Kind extends Hit & { digest: string }>(
  hits: readonly Kind[],
  confirmations: readonly Confirmation[],
): Kind[] {
  const confirmed = new Set(confirmations.map(({ digest }) => digest))
  return hits.filter(({ digest }) => !confirmed.has(digest))
}
