import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { CaseBody, CpdBody, ReflectionBody } from '#app/domain/portfolio/entry.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import { now } from './accounts.ts'
import type { Asking } from './built-app.ts'
import { createSupervisor, treatment as endedTreatment, keep, sessionWith } from './supervision.ts'

/** A treatment that goes on. */
export const treatment: CaseBody = { ...endedTreatment, endedOn: null }

export const development: CpdBody = {
  on: '2026-10-01',
  method: 'reading',
  topic: 'Epistemic trust',
  hours: 2,
  participatoryHours: 0,
  reflection: 'To ask before I explain.',
}

const written = (text: string) => plainDocument(text) as unknown as ReflectionBody['description']

export const reflection: ReflectionBody = {
  on: '2026-10-05',
  title: 'A silence that I filled',
  isReport: false,
  caseId: null,
  description: written('There was a silence, and I filled it.'),
  feelings: written('I was afraid of it.'),
  evaluation: written('It closed what had been about to open.'),
  analysisAndPlan: written('To count to ten, and then to ask.'),
}

/** The supervisor's signature under an entry as it stands now. */
export async function signed(entryId: string, supervisorId: string): Promise<void> {
  const { version, versions } = await db().portfolioEntry.findUniqueOrThrow({
    where: { id: entryId },
    select: { version: true, versions: { orderBy: { number: 'desc' }, take: 1, select: { digest: true } } },
  })
  const answer = { answer: 'signed', answeredAt: now, answeredVia: 'account' } as const
  const asked = { entryId, version, digest: versions[0]?.digest ?? '', supervisorId, requestedAt: now }
  await db().countersigning.create({ data: { ...asked, ...answer } })
}

/** One entry of each kind in this trainee's portfolio: where each stands, and what has to be sent there to mean it. */
export async function onePortfolio(owner: Actor) {
  const supervisor = await createSupervisor('Sunniva')
  const caseId = await keep(owner, 'case', treatment)
  const session = await keep(owner, 'supervision', sessionWith(supervisor.id, { caseIds: [caseId] }))
  const cpd = await keep(owner, 'cpd', development)
  const reflected = `/portfolio/reflections/${await keep(owner, 'reflection', reflection)}`
  const takeOut: Asking = { form: { intent: 'take-out' } }
  const addresses = {
    'portfolio.entries.$id': `/portfolio/entries/${caseId}`,
    'portfolio.cases.$id': `/portfolio/cases/${caseId}`,
    'portfolio.cases.$id.correct': `/portfolio/cases/${caseId}/correct`,
    'portfolio.supervision.$id': `/portfolio/supervision/${session}`,
    'portfolio.cpd.$id': `/portfolio/cpd/${cpd}`,
    'portfolio.reflections.$id': reflected,
    'portfolio.reflections.$id.correct': `${reflected}/correct`,
  }
  const sent: Record<string, Asking> = {
    'portfolio.cases.$id': takeOut,
    'portfolio.cases.$id.correct': { form: caseFields() },
    'portfolio.supervision.$id': takeOut,
    'portfolio.cpd.$id': takeOut,
    'portfolio.reflections.$id': takeOut,
  }
  return { addresses, sent }
}

/** What the form of a case sends. */
export const caseFields = (changes: Record<string, string> = {}): Record<string, string> => ({
  modality: 'individual',
  ageBand: '25-34',
  diagnosis: 'borderline',
  diagnosticSystem: 'ICD-11',
  diagnosedBy: 'psychiatrist',
  isPrimaryIntervention: 'on',
  startedOn: '2026-03-02',
  endedOn: '',
  seenVersion: '1',
  ...changes,
})
