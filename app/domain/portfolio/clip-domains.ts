/** What a clip is rated on: our own domains, described in our own words. Levels go from 1 to 7; 4 is good enough. */
export const CLIP_DOMAINS = {
  'session-structure': 'Structure of the session',
  stance: 'Therapeutic stance',
  'mentalizing-process': 'Mentalizing process',
  'non-mentalizing-modes': 'Non-mentalizing modes',
  'affect-focus': 'Affect focus',
  'relational-mentalizing': 'Relational mentalizing',
} as const

export type ClipDomain = keyof typeof CLIP_DOMAINS
export const CLIP_DOMAIN_IDS = Object.keys(CLIP_DOMAINS) as ClipDomain[]

/** A level for each domain; null where the clip did not allow one, which is no low level. */
export type ClipLevels = Record<ClipDomain, number | null>
