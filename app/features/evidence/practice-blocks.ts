import { dayWords } from '#app/domain/pathway/days.ts'
import type { CaseFact } from '#app/domain/pathway/facts.ts'
import { type Profession, professionNames } from '#app/domain/people.ts'
import { CLIP_DOMAINS, type ClipDomain } from '#app/domain/portfolio/clip-domains.ts'
import type { Diagnosis } from '#app/domain/portfolio/entry.ts'
import { diagnosisNames, modalityNames, sessionsWords, writtenMinutes } from '#app/domain/portfolio/words.ts'
import { inNumber } from '#app/domain/wording.ts'
import type { Block } from '#app/pdf/report/report.ts'
import type { Evidence } from './evidence.ts'
import { byDay, classHeading, nothing, shortDay, table } from './parts.ts'

/** Cases, supervision and clips: what somebody practised, class by class. */
export const practiceBlocks = (evidence: Evidence): Block[] => [
  ...caseBlocks(evidence),
  ...supervisionBlocks(evidence),
  ...clipBlocks(evidence),
]

const nameIn = (names: readonly { id: string; name: string }[], id: string | undefined) =>
  names.find((one) => one.id === id)?.name ?? 'Nobody named'

function caseBlocks(evidence: Evidence): Block[] {
  const cases = [...evidence.facts.cases].sort((a, b) => (a.startedOn < b.startedOn ? -1 : 1))
  return [
    classHeading('Cases', cases.length),
    ...(cases.length === 0 ? nothing : []),
    ...cases.flatMap((one) => caseBlock(one, evidence)),
  ]
}

function caseBlock(fact: CaseFact, { beside }: Evidence): Block[] {
  const { code, modality, diagnosis, diagnosedBy, sessions, startedOn, endedOn, countersignedOn, supervisorId } = fact
  const days = sessions.map(({ on }) => on).sort()
  const minutes = sessions.reduce((sum, one) => sum + (one.minutes ?? 0), 0)
  const lasted = endedOn ? `to ${dayWords(endedOn)}${fact.isEndedEarly ? ', ended early' : ''}` : 'and under way'
  return [
    { kind: 'heading', level: 3, text: `Case ${code}` },
    {
      kind: 'facts',
      facts: [
        { term: 'Modality', value: modalityNames[modality] },
        {
          term: 'Primary diagnosis',
          value: `${diagnosisNames[diagnosis.category as Diagnosis] ?? diagnosis.category} (${diagnosis.system}), made by: ${(professionNames[diagnosedBy as Profession] ?? diagnosedBy).toLowerCase()}`,
        },
        {
          term: 'MBT',
          value: fact.isPrimaryIntervention ? 'The primary intervention' : 'Not the primary intervention',
        },
        { term: 'Lasted', value: `From ${dayWords(startedOn)} ${lasted}` },
        {
          term: 'Sessions',
          value: [sessionsWords(sessions.length), minutes > 0 && writtenMinutes(minutes)].filter(Boolean).join(', '),
        },
        {
          term: 'Countersigned',
          value: countersignedOn ? `${nameIn(beside.supervisors, supervisorId)}, ${dayWords(countersignedOn)}` : 'No',
        },
      ],
    },
    ...(days.length > 0 ? [{ kind: 'paragraph', tone: 'quiet', text: sessionDays(days) } as const] : []),
  ]
}

/** A day is not broken over two lines. */
const sessionDays = (days: readonly string[]) =>
  `Held on ${days.map((day) => shortDay(day).replaceAll(' ', '\u00a0')).join('; ')}.`

function supervisionBlocks({ facts, beside }: Evidence): Block[] {
  const codes = new Map(facts.cases.map(({ id, code }) => [id, code]))
  const sessions = [...facts.supervision].sort(byDay)
  const minutes = sessions.reduce((sum, one) => sum + one.minutes, 0)
  const signed = sessions.filter(({ countersignedOn }) => countersignedOn)
  const rows = sessions.map((one) => [
    shortDay(one.on),
    String(one.minutes),
    one.mode === 'group' ? `Group of ${one.supervisees}` : 'Individual',
    one.caseIds.map((id) => codes.get(id) ?? 'A case that was taken out').join(', ') || 'None',
    nameIn(beside.supervisors, one.supervisorId),
    one.countersignedOn ? shortDay(one.countersignedOn) : 'No',
  ])
  return [
    classHeading('Supervision', sessions.length),
    ...(sessions.length === 0
      ? nothing
      : [
          {
            kind: 'paragraph',
            text: inNumber(
              sessions.length,
              {
                one: '{time} altogether; {signed} of 1 session countersigned.',
                other: '{time} altogether; {signed} of {n} sessions countersigned.',
              },
              { time: writtenMinutes(minutes), signed: signed.length },
            ),
          } as const,
          table(
            ['Day', 2],
            ['Minutes', 1.3],
            ['Setting', 2],
            ['Cases brought', 2.6],
            ['Supervisor', 3],
            ['Countersigned', 2],
            rows,
          ),
        ]),
  ]
}

function clipBlocks({ facts, beside }: Evidence): Block[] {
  const codes = new Map(facts.cases.map(({ id, code }) => [id, code]))
  const clips = [...facts.clips].sort(
    (a, b) => byText(codes.get(a.caseId), codes.get(b.caseId)) || a.sessionNumber - b.sessionNumber,
  )
  const rows = clips.map((clip) => [
    `${codes.get(clip.caseId) ?? 'A case that was taken out'}, session ${clip.sessionNumber}`,
    `${clip.minutes} min, ${clip.media}`,
    clip.reviewedOn ? shortDay(clip.reviewedOn) : 'No',
    beside.ratings
      .filter(({ clipId }) => clipId === clip.id)
      .map(ratingWords)
      .join('. ') || 'Not rated',
  ])
  return [
    classHeading('Clips', clips.length),
    ...(clips.length === 0
      ? nothing
      : [
          {
            kind: 'paragraph',
            tone: 'quiet',
            text: 'Recordings stay where they were made and are no part of this file. Levels go from 1 to 7; 4 is good enough.',
          } as const,
          table(['Clip', 2.4], ['Section', 2], ['Reviewed', 1.8], ['Ratings', 7], rows),
        ]),
  ]
}

const byText = (a = '', b = '') => (a < b ? -1 : Number(a > b))

function ratingWords({ supervisor, on, ratings, instrument, totals }: Evidence['beside']['ratings'][number]): string {
  const levels = Object.entries(CLIP_DOMAINS).map(
    ([id, name]) => `${name} ${ratings[id as ClipDomain] ?? 'not rateable'}`,
  )
  const totalWords = Object.entries(totals).map(([name, value]) => `${name} ${value}`)
  const licensed = instrument ? `; ${instrument}: ${totalWords.join(', ') || 'no totals'}` : ''
  return `${supervisor}, ${shortDay(on)}: ${levels.join(', ')}${licensed}`
}
