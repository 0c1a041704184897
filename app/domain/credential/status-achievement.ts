import { inList } from '../listing.ts'
import type { PathwayFacts } from '../pathway/facts.ts'
import { writtenForAll } from '../region.ts'
import { type Forms, inNumber } from '../wording.ts'
import type { Achievement } from './build-badge.ts'
import { noteNames, type SpecialistNote, statusTitle } from './kinds.ts'

/** A status that was granted, or a note of it, with what it was granted by. */
export type AwardedStatus = {
  pathwaySlug: string
  pathwayTitle: string
  pathwayVersion: number
  note: SpecialistNote | null
  isRenewal: boolean
  /** The titles of what was asked: of the pathway, or of its renewal. */
  requirements: readonly string[]
}

/**
 * A status as an achievement. The standard's word is `Certification`: it is no licence, which only a regulator gives.
 */
export function statusAchievement(status: AwardedStatus, appUrl: string): Achievement {
  const { pathwaySlug, pathwayTitle, pathwayVersion, note } = status
  const page = `${appUrl}/pathways/${pathwaySlug}`
  return {
    id: note ? `${page}#note-${note}` : page,
    name: statusTitle(pathwayTitle, note),
    description: note
      ? `A note to the status “${pathwayTitle}”: its holder’s countersigned evidence shows ${noteWork[note]}.`
      : `A status for clinical work in Mentalization-Based Treatment, held for a term and renewed.`,
    version: String(pathwayVersion),
    achievementType: 'Certification',
    criteria: criteriaOf(status),
    alignment: [],
    image: `${appUrl}/badges/${note ? 'note' : 'status'}.png`,
  }
}

const noteWork: Record<SpecialistNote, string> = {
  individual: 'individual treatments',
  group: 'group treatments',
  mbt_i: 'the introductory group (MBT-I)',
}

function criteriaOf({ pathwayTitle, pathwayVersion, requirements, isRenewal, note }: AwardedStatus): string {
  const asked = requirements.join('; ')
  const met = isRenewal
    ? `To hold the status “${pathwayTitle}”, and to meet what version ${pathwayVersion} of its requirements asks for a renewal`
    : `To meet version ${pathwayVersion} of the requirements for “${pathwayTitle}”`
  const besides = note ? ` For the note besides: countersigned evidence of ${noteNames[note]}.` : ''
  return `${met}: ${asked}.${besides}`
}

/**
 * What it rests on, in numbers alone, and only what somebody else confirmed: no patient, no code, no day and nobody who supervised.
 * @param facts as they were handed in.
 */
export function statusEvidence(facts: PathwayFacts, note: SpecialistNote | null): string {
  const parts = writtenForAll(() => (note ? noteParts(facts, note) : statusParts(facts)))
  const said = parts.length > 0 ? inList(parts) : 'what was declared and checked'
  return `The record that was handed in and decided on: ${said}. The record itself is not published.`
}

const isModality = { individual: 'individual', group: 'group', mbt_i: 'mbt-i' } as const

const signed = ({ cases }: PathwayFacts) => cases.filter(({ countersignedOn }) => countersignedOn)

function noteParts(facts: PathwayFacts, note: SpecialistNote): string[] {
  const cases = signed(facts).filter(({ modality }) => modality === isModality[note])
  const trainings =
    note === 'mbt_i' ? facts.trainings.filter(({ kind, checkedOn }) => kind === 'mbt-i' && checkedOn) : []
  return counted([
    [cases.length, noteForms[note]],
    [sessionsOf(cases), sessions],
    [trainings.length, { one: '1 checked training', other: '{n} checked trainings' }],
  ])
}

function statusParts(facts: PathwayFacts): string[] {
  const cases = signed(facts)
  const supervision = facts.supervision.filter(({ countersignedOn }) => countersignedOn)
  const minutes = supervision.reduce((sum, each) => sum + each.minutes, 0)
  const days = facts.trainings.filter(({ checkedOn }) => checkedOn).reduce((sum, each) => sum + each.days, 0)
  return counted([
    [
      facts.courses.filter(({ state }) => state === 'completed').length,
      { one: '1 completed course', other: '{n} completed courses' },
    ],
    [cases.length, { one: '1 countersigned treatment', other: '{n} countersigned treatments' }],
    [sessionsOf(cases), sessions],
    [
      Math.floor(minutes / 60),
      { one: '1 hour of countersigned supervision', other: '{n} hours of countersigned supervision' },
    ],
    [
      facts.clips.filter(({ reviewedOn }) => reviewedOn).length,
      { one: '1 reviewed clip', other: '{n} reviewed clips' },
    ],
    [days, { one: '1 day of checked training', other: '{n} days of checked training' }],
  ])
}

const sessionsOf = (cases: PathwayFacts['cases']) => cases.reduce((sum, { sessions }) => sum + sessions.length, 0)

const sessions: Forms = { one: '1 session', other: '{n} sessions' }

const noteForms: Record<SpecialistNote, Forms> = {
  individual: { one: '1 countersigned individual treatment', other: '{n} countersigned individual treatments' },
  group: { one: '1 countersigned group treatment', other: '{n} countersigned group treatments' },
  mbt_i: { one: '1 countersigned introductory group', other: '{n} countersigned introductory groups' },
}

const counted = (counts: readonly [count: number, forms: Forms][]): string[] =>
  counts.flatMap(([count, forms]) => (count > 0 ? inNumber(count, forms) : []))
