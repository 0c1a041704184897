import type { NoFigure } from '../agreement/figure.ts'

/** How far the news moves the thought: -2 much less likely or fitting, 2 much more. */
export const SHIFTS = [-2, -1, 0, 1, 2] as const
export type Shift = (typeof SHIFTS)[number]

/** How many of the panel chose each answer; the keys are the answers as text, as files and JSON have them. */
export type PanelCounts = Record<`${Shift}`, number>

export type AskedConcordance = { kind: 'script-concordance'; items: readonly { id: string }[] }

export type ConcordanceItem = {
  id: string
  answer: Shift
  /** 0..1. */
  credit: { value: number } | NoFigure
  /** What most of the panel chose; several where they tie. */
  modes: Shift[]
  panel: { members: number; mean: number; spread: number } | null
}

export type ConcordanceScore = { items: ConcordanceItem[]; mean: { value: number } | NoFigure }

export const isShift = (value: unknown): value is Shift => SHIFTS.some((shift) => shift === value)

export const countOf = (counts: PanelCounts, shift: Shift): number => counts[`${shift}`]

/**
 * Aggregate scoring of script concordance items (Charlin & van der Vleuten 2004; Charlin et al. 2005): an answer earns
 * (members of the panel who gave it) / (members who gave the modal answer), so every answer that an expert gave earns something,
 * and the most frequent one earns 1. The score is the mean over the items that have a panel.
 * @param panels by item; `spread` is the panel's standard deviation with n - 1, 0 for one member.
 */
export function scoreConcordance(
  panels: Readonly<Record<string, PanelCounts>>,
  answers: Readonly<Record<string, Shift>>,
): ConcordanceScore {
  const items = Object.entries(answers).map(([id, answer]) => scoreItem(id, answer, panels[id]))
  const credits = items.flatMap(({ credit }) => ('value' in credit ? [credit.value] : []))
  const mean =
    credits.length > 0 ? { value: credits.reduce((sum, credit) => sum + credit, 0) / credits.length } : NO_PANEL
  return { items, mean }
}

function scoreItem(id: string, answer: Shift, counts: PanelCounts | undefined): ConcordanceItem {
  const members = counts ? SHIFTS.reduce<number>((sum, shift) => sum + countOf(counts, shift), 0) : 0
  if (!counts || members === 0) return { id, answer, credit: NO_PANEL, modes: [], panel: null }
  const most = Math.max(...SHIFTS.map((shift) => countOf(counts, shift)))
  return {
    id,
    answer,
    credit: { value: countOf(counts, answer) / most },
    modes: SHIFTS.filter((shift) => countOf(counts, shift) === most),
    panel: { members, ...meanAndSpread(counts, members) },
  }
}

const NO_PANEL: NoFigure = { reason: 'Nobody of a panel has answered this yet, so it earns nothing and costs nothing.' }

function meanAndSpread(counts: PanelCounts, members: number): { mean: number; spread: number } {
  const mean = SHIFTS.reduce<number>((sum, shift) => sum + shift * countOf(counts, shift), 0) / members
  const squares = SHIFTS.reduce<number>((sum, shift) => sum + countOf(counts, shift) * (shift - mean) ** 2, 0)
  return { mean, spread: members > 1 ? Math.sqrt(squares / (members - 1)) : 0 }
}
