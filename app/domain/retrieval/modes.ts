/** What a line of a transcript can be an example of, in the order of lists: the three modes in which mentalizing fails, and mentalizing. */
export const MODES = ['psychic-equivalence', 'pretend', 'teleological', 'mentalizing'] as const
export type Mode = (typeof MODES)[number]

export const modeWords: Record<Mode, string> = {
  'psychic-equivalence': 'Psychic equivalence',
  pretend: 'Pretend mode',
  teleological: 'Teleological stance',
  mentalizing: 'Mentalizing',
}

export const isMode = (id: string | undefined): id is Mode => MODES.some((mode) => mode === id)
