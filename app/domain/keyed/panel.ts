import { inNumber } from '../wording.ts'
import type { KeyedKind } from './answers.ts'

/** What a panel judges: a vignette that a key scores, or a benchmark. */
export type PanelKind = KeyedKind | 'benchmark'

/** Fewer people are no panel. */
const MEMBERS_AT_LEAST = 3
/** Below 10 members a script concordance score has a reliability of less than .70, too little even for formative use [DOMAIN.md]. */
const CONCORDANCE_MEMBERS_AT_LEAST = 10

/** From how many answers on a panel of this kind makes a key. */
export const membersNeeded = (kind: PanelKind): number =>
  kind === 'script-concordance' ? CONCORDANCE_MEMBERS_AT_LEAST : MEMBERS_AT_LEAST

/** Whether so many answers make a consensus. */
export function mayForm(
  kind: PanelKind,
  answered: number,
): { met: boolean; need: number; have: number; because: string } {
  const need = membersNeeded(kind)
  const met = answered >= need
  const have = inNumber(answered, { one: '1 member has answered.', other: '{n} members have answered.' })
  const why =
    kind === 'script-concordance'
      ? `It takes ${need}: below that, scores by their answers are not reliable enough.`
      : `It takes ${need}: fewer do not make a panel.`
  return { met, need, have: answered, because: met ? have : `${have} ${why}` }
}

/** Whether a panel still takes answers: until the end of its last day, in UTC. Days are `YYYY-MM-DD`. */
export const isPanelOpen = (closesOn: string, today: string): boolean => today <= closesOn

export const PANEL_CLOSED = 'This panel has closed, so nothing can be answered or changed any more.'

/** The day of a moment in UTC, as `YYYY-MM-DD`: a panel closes for all its members at once, wherever they are. */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10)
