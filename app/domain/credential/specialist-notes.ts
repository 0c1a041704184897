import type { CaseFact, PathwayFacts } from '../pathway/facts.ts'
import { SPECIALIST_NOTES, type SpecialistNote } from './kinds.ts'

export type SupportedNote = {
  note: SpecialistNote
  isSupported: boolean
  /** What there is, and why the rest does not count, in sentences. */
  because: string[]
}

/** The least that any route to the status takes of each kind of work; nothing is published for a note by itself. */
const needed: Record<SpecialistNote, number> = { individual: 2, group: 1, mbt_i: 1 }

const modalities: Record<SpecialistNote, CaseFact['modality']> = {
  individual: 'individual',
  group: 'group',
  mbt_i: 'mbt-i',
}

/**
 * Which notes the evidence of an application supports: treatments of that kind that were completed, with MBT as the primary
 * intervention, and that a supervisor countersigned. Whether a note is given is for the officer to say.
 * @param facts as they were handed in.
 */
export const supportedNotes = (facts: Pick<PathwayFacts, 'cases'>): SupportedNote[] =>
  SPECIALIST_NOTES.map((note) => {
    const cases = facts.cases.filter(({ modality }) => modality === modalities[note])
    const faults = cases.map(faultOf)
    const counted = faults.filter((fault) => fault === null).length
    return {
      note,
      isSupported: counted >= needed[note],
      because: [`${counted} completed and countersigned; ${needed[note]} needed.`, ...leftOut(faults)],
    }
  })

const FAULTS = [
  'not countersigned',
  'without MBT as the primary intervention',
  'ended early',
  'still going on',
] as const
type Fault = (typeof FAULTS)[number]

/** Why a treatment does not count, or null. */
function faultOf({ countersignedOn, isPrimaryIntervention, isEndedEarly, endedOn }: CaseFact): Fault | null {
  if (!countersignedOn) return 'not countersigned'
  if (!isPrimaryIntervention) return 'without MBT as the primary intervention'
  if (isEndedEarly) return 'ended early'
  return endedOn ? null : 'still going on'
}

const leftOut = (faults: readonly (Fault | null)[]): string[] =>
  FAULTS.flatMap((fault) => {
    const count = faults.filter((each) => each === fault).length
    return count > 0 ? `${count} ${fault}.` : []
  })
