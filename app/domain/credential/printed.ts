import { boardStatements, type CertificateText, cpdFacts, type Fact, ISSUER } from '../certificate.ts'
import { dayWords } from '../pathway/days.ts'
import type { Day } from '../portfolio/entry.ts'
import { noteNames, type SpecialistNote, statusTitle } from './kinds.ts'
import { capitalized } from './words.ts'

/** What a status, or a note of one, says of a person. */
export type StatusText = {
  holderName: string
  /** Absent for the status itself. */
  note: SpecialistNote | null
  pathwayTitle: string
  pathwayVersion: number
  awardedOn: Day
  /** It holds to the end of this day, in UTC. */
  lastDay: Day
}

/** What a credential says of a person, whatever its kind: copied when it is issued and never edited. */
export type PrintedText =
  | ({ kind: 'course_completion' } & CertificateText)
  | ({ kind: 'practitioner_status' | 'specialist_note' } & StatusText)

export type Printed = PrintedText & { number: string; issuedAt: Date }

/** A credential in words, in the order in which it is read; `statements` are those of professional bodies. */
export type Sheet = {
  heading: string
  holderName: string
  joining: string
  title: string
  facts: Fact[]
  statements: string[]
}

/** What stands on the printed page, line by line, of either kind of credential. */
export const sheetOf = (text: PrintedText): Sheet =>
  text.kind === 'course_completion' ? courseSheet(text) : statusSheet(text)

export const courseSheet = (text: CertificateText): Sheet => ({
  heading: 'Certificate of completion',
  holderName: text.holderName,
  joining: 'has completed the course',
  title: text.courseTitle,
  facts: cpdFacts(text),
  statements: boardStatements(text),
})

/** A profession is not on it: a status is given for what was done, and a registration is the regulator’s to say. */
export const statusSheet = (text: StatusText): Sheet => ({
  heading: text.note ? 'Specialist note' : 'Practitioner status',
  holderName: text.holderName,
  joining: text.note ? 'holds the status, with a note of this work' : 'holds the status',
  title: statusTitle(text.pathwayTitle, text.note),
  facts: [
    { term: 'Awarded by', value: ISSUER },
    { term: 'Requirements', value: `${text.pathwayTitle}, version ${text.pathwayVersion}` },
    ...(text.note ? [{ term: 'Work', value: capitalized(noteNames[text.note]) }] : []),
    { term: 'Awarded on', value: dayWords(text.awardedOn) },
    { term: 'Valid to the end of', value: `${dayWords(text.lastDay)} (UTC)` },
  ],
  statements: [],
})

/** The moment at which a status ends: a day ends in UTC, so that it is the same for every reader. */
export const endOf = (lastDay: Day): Date => new Date(`${lastDay}T23:59:59Z`)
