import type { EntryVersion } from '#app/db/portfolio.server.ts'
import { professionNames } from '#app/domain/people.ts'
import type { PortfolioBodies, PortfolioKind } from '#app/domain/portfolio/entry.ts'
import { ageBandNames, cpdMethodNames, diagnosisNames, modalityNames } from '#app/domain/portfolio/words.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { documentText } from '#app/rich-text/document.ts'
import { documentsOf, REFLECTION_PROMPTS } from './reflection-draft.ts'
import { writtenDay } from './written-day.ts'

export type Fact = { term: string; value: string }

type Named = { supervisor: string; codeOf: (caseId: string) => string }

const yesOrNo = (is: boolean) => (is ? 'Yes' : 'No')
const dayOr = (day: string | null, none: string) => (day ? writtenDay(day) : none)

/** What a version says, fact by fact and in the same order for each, so that two versions can be compared. */
const factsBy: { [Kind in PortfolioKind]: (body: PortfolioBodies[Kind], named: Named) => Fact[] } = {
  case: (body) => [
    { term: 'How you work', value: modalityNames[body.modality] },
    { term: 'MBT the primary intervention', value: yesOrNo(body.isPrimaryIntervention) },
    { term: 'Age band', value: ageBandNames[body.ageBand] },
    { term: 'Primary diagnosis', value: `${diagnosisNames[body.diagnosis]} (${body.diagnosticSystem})` },
    { term: 'Diagnosed by', value: professionNames[body.diagnosedBy] },
    { term: 'Began', value: writtenDay(body.startedOn) },
    { term: 'Ended', value: dayOr(body.endedOn, 'It went on') + (body.isEndedEarly ? ', before the agreed end' : '') },
    {
      term: 'Sessions',
      value:
        body.sessions.map(({ on, minutes }, at) => `${at + 1}. ${writtenDay(on)} (${minutes} min)`).join('\n') ||
        'None',
    },
  ],
  supervision: (body, { supervisor, codeOf }) => [
    { term: 'Held', value: `${writtenDay(body.on)}, ${body.startsAt} (${body.timeZone.replace('_', ' ')})` },
    { term: 'Minutes', value: `${body.minutes}` },
    { term: 'Present', value: body.mode === 'group' ? `A group of ${body.supervisees}` : 'You alone' },
    { term: 'Supervisor', value: supervisor },
    { term: 'Cases brought', value: body.caseIds.map(codeOf).join(', ') || 'None' },
    { term: 'Taken away', value: body.takenAway },
  ],
  clip: (body, { supervisor }) => [
    { term: 'Session', value: `Number ${body.sessionNumber}, ${writtenDay(body.heldOn)}` },
    { term: 'Length', value: `${minutesWords(body.minutes)} of ${body.media}` },
    { term: 'Consent attested', value: yesOrNo(body.isConsentAttested) },
    { term: 'Supervisor', value: supervisor },
    { term: 'To be destroyed by', value: writtenDay(body.destroyBy) },
    { term: 'Destroyed', value: dayOr(body.destroyedOn, 'Not yet') },
  ],
  training: (body) => [
    { term: 'Title', value: body.title },
    { term: 'From', value: writtenDay(body.startedOn) },
    { term: 'To', value: writtenDay(body.endedOn) },
    { term: 'Days', value: `${body.days}` },
    { term: 'Hours', value: `${body.liveHours} live, ${body.selfGuidedHours} self-guided` },
  ],
  reflection: (body, { codeOf }) => [
    { term: 'Day', value: writtenDay(body.on) },
    { term: 'Title', value: body.title },
    { term: 'Reflective report', value: yesOrNo(body.isReport) },
    { term: 'Case', value: body.caseId ? codeOf(body.caseId) : 'None in particular' },
    ...REFLECTION_PROMPTS.map(({ id, label }) => ({ term: label, value: documentText(documentsOf(body)[id]) })),
  ],
  cpd: (body) => [
    { term: 'Day', value: writtenDay(body.on) },
    { term: 'Method', value: cpdMethodNames[body.method] },
    { term: 'Topic', value: body.topic },
    { term: 'Hours', value: `${body.hours}, ${body.participatoryHours} of them with others` },
    { term: 'What changes in practice', value: body.reflection },
  ],
}

/** What a version of an entry says. */
export function factsOfVersion<Kind extends PortfolioKind>(
  kind: Kind,
  { body, supervisorName }: EntryVersion,
  caseCodes: Readonly<Record<string, string>>,
): Fact[] {
  const named: Named = {
    supervisor: supervisorName ?? 'Somebody who has left',
    codeOf: (id) => caseCodes[id] ?? 'a case that was taken out',
  }
  return factsBy[kind](body as PortfolioBodies[Kind], named)
}

/** The terms of which the later version says something else. */
export function changedTerms(later: readonly Fact[], earlier: readonly Fact[]): string[] {
  const before = new Map(earlier.map(({ term, value }) => [term, value]))
  return later.filter(({ term, value }) => before.get(term) !== value).map(({ term }) => term)
}
