import { ISSUER } from '#app/domain/certificate.ts'
import { dayWords } from '#app/domain/pathway/days.ts'
import { type Profession, professionNames } from '#app/domain/people.ts'
import { localTimeAt } from '#app/domain/wall-clock.ts'
import type { Fact, Report } from '#app/pdf/report/report.ts'
import type { Evidence } from './evidence.ts'
import { learningBlocks } from './learning-blocks.ts'
import { practiceBlocks } from './practice-blocks.ts'
import { requirementBlocks } from './requirement-blocks.ts'
import { saidBlocks } from './said-blocks.ts'

/** Somebody's evidence as a report: how it stands by the pathway, why, and every piece of it. Times are told in `timeZone`. */
export function evidenceReport(evidence: Evidence, { now, timeZone }: { now: Date; timeZone: string }): Report {
  const { pathway, beside, evaluated } = evidence
  return {
    title: 'Evidence for a status',
    about: beside.person.name,
    facts: factsOf(evidence, { now, timeZone }),
    remarks: [
      'Cases stand here by their codes alone. What is met is counted by the rules of the pathway; whether a status is given is decided by people.',
      ...(evidence.handedIn
        ? ['The evidence is what was handed in, unchanged since; what accreditation staff checked later is added.']
        : []),
    ],
    runningHead: `${beside.person.name} · ${pathway.title}, as of ${dayWords(evaluated.at)}`,
    issuer: ISSUER,
    madeAt: now,
    blocks: [
      ...requirementBlocks(evaluated),
      ...practiceBlocks(evidence),
      ...learningBlocks(evidence),
      ...saidBlocks(evidence),
    ],
  }
}

function factsOf(
  { beside, pathway, evaluated, handedIn }: Evidence,
  { now, timeZone }: { now: Date; timeZone: string },
): Fact[] {
  const { profession, regulator, registrationNumber, employer } = beside.person
  const moment = (at: Date) => {
    const [day = '', time = ''] = localTimeAt(at, timeZone).split('T')
    return `${dayWords(day)}, ${time.slice(0, 5)} (${timeZone})`
  }
  return [
    { term: 'Profession', value: professionNames[profession as Profession] ?? profession },
    { term: 'Regulator', value: regulator || 'Not given' },
    { term: 'Registration number', value: registrationNumber || 'Not given' },
    { term: 'Employer', value: employer || 'Not given' },
    { term: 'Pathway', value: `${pathway.title}, version ${pathway.version}` },
    { term: 'Judged as of', value: dayWords(evaluated.at) },
    ...(handedIn
      ? [
          { term: 'Handed in', value: moment(new Date(handedIn.at)) },
          // In groups, so that it is compared by eye and a line ends between two of them.
          { term: 'Fingerprint', value: handedIn.digest.replaceAll(/(.{8})(?=.)/g, '$1 ') },
        ]
      : []),
    { term: 'This file made', value: moment(now) },
  ]
}
