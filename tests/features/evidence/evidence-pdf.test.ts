import { beforeEach, describe, expect, test } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { openEvidence } from '#app/features/accreditation/open-evidence.server.ts'
import { evidencePdf } from '#app/features/evidence/evidence-pdf.server.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { viewOwnEvidence } from '#app/features/pathway/view-evidence.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { reflection } from '#tests/support/portfolio.ts'
import { readPdf } from '#tests/support/read-pdf.ts'
import { clipFor, createSupervisor, keep, sessionWith, treatment } from '#tests/support/supervision.ts'

const PATHWAY = `title: Practitioner
version: 3
source: A made-up body.
requirements:
  - id: supervised
    kind: count
    evidence: supervision
    where: { countersigned: true }
    atLeast: 2
    title: Two sessions of supervision
    why: Nobody learns this alone.
`

let noor: Actor
let imre: Actor
let grace: Actor

beforeEach(async () => {
  await publishContent(await contentFolder({ 'pathways/practitioner.yaml': PATHWAY }), now)
  noor = await createAccount('Noor')
  imre = await createSupervisor('Imre')
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
})

/** A treatment with a supervision session, a rated clip and a reflection; and Imre's statement. */
async function practise() {
  await keep(noor, 'case', treatment)
  const session = await keep(noor, 'supervision', sessionWith(imre.id))
  const clip = await keep(noor, 'clip', clipFor(imre.id))
  const document = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'I had gone too fast.' }] }],
  }
  await keep(noor, 'reflection', { ...reflection, title: 'A rupture', description: document })
  const rating = { entryId: clip, version: 1, supervisorId: imre.id, ratings: { stance: 5 }, ratedAt: now }
  await db().clipRating.create({ data: rating })
  const said = { work: 'What Imre thinks of it.' }
  const statement = { traineeId: noor.id, supervisorId: imre.id, isPositive: true, body: said, sentAt: now }
  await db().supervisorStatement.create({ data: statement })
  return session
}

const own = async (also: { hasReflections?: boolean } = {}) =>
  readPdf(await evidencePdf(await viewOwnEvidence(noor, now), { ...also, timeZone: noor.timeZone, now }))

async function applied(): Promise<string> {
  await changeOwnApplication(noor, { intent: 'apply', text: '', confirmed: 'on' }, now)
  return (await db().application.findFirstOrThrow()).id
}

async function ofApplication(as: Actor, id: string) {
  const { handedIn, ...judged } = await openEvidence(as, id, now)
  return readPdf(await evidencePdf(judged, { handedIn, timeZone: as.timeZone, now }))
}

describe('my evidence', () => {
  test('says who it is about, by which pathway, as of which day, and what counts and what does not', async () => {
    await practise()
    const { pages } = await own()
    for (const words of [
      'Noor',
      'Practitioner, version 3',
      'Judged as of\t2 November 2026',
      'This file made\t2 November 2026',
    ])
      expect(pages[0]).toContain(words)
    const text = pages.join('\n')
    expect(text).toContain('0 of 1 requirements are met.')
    expect(text).toMatch(/Does not count \(1\):\n.*Supervision on .*: The supervisor has not countersigned it yet\./)
  })

  test('has every class of evidence, also those of which there is nothing', async () => {
    await practise()
    const { outline } = await own()
    expect(outline.map(({ title }) => title)).toEqual([
      'How it stands',
      'Requirement by requirement',
      'Cases (1)',
      'Supervision (1)',
      'Clips (1)',
      'Training elsewhere (0)',
      'Continuing professional development (0)',
      'Courses (0)',
      'Vignettes (0)',
      'Reflections (1)',
      'Supervisors’ statements (1)',
      'Declarations (0)',
      'Checked by accreditation staff (0)',
    ])
  })

  test('carries the levels of a clip, the title of a reflection, and that a supervisor has spoken, not what was said', async () => {
    await practise()
    const text = (await own()).pages.join('\n')
    expect(text).toContain('Therapeutic stance 5')
    expect(text).toMatch(/A rupture\tReflection/)
    expect(text).toMatch(/^Imre\t2 Nov 2026$/m)
    expect(text).not.toContain('What Imre thinks of it.')
    expect(text).not.toContain('I had gone too fast.')
  })

  test('carries reflections as they were written only for whoever asks for that', async () => {
    await practise()
    const text = (await own({ hasReflections: true })).pages.join('\n')
    expect(text).toContain('Description\nI had gone too fast.')
  })

  test('can be made before there is any', async () => {
    expect((await own()).pages.join('\n')).toContain('There is none.')
    expect(await auditedActions()).not.toContain('application.evidence-opened')
  })
})

describe('the evidence of an application', () => {
  test('is what was handed in: what came later is not in it', async () => {
    await practise()
    const id = await applied()
    await keep(noor, 'case', { ...treatment, startedOn: '2026-02-01' })
    const { pages, outline } = await ofApplication(grace, id)
    expect(pages[0]).toContain('Handed in\t2 November 2026')
    expect(pages[0]).toMatch(/Fingerprint\t([0-9a-f]{8}\s){8}/)
    expect(outline.map(({ title }) => title)).toContain('Cases (1)')
    expect((await own()).outline.map(({ title }) => title)).toContain('Cases (2)')
  })

  test('is written down when it is opened', async () => {
    const id = await applied()
    await ofApplication(grace, id)
    expect(await db().auditEntry.findFirst({ where: { action: 'application.evidence-opened' } })).toMatchObject({
      actorId: grace.id,
      objectKind: 'application',
      objectId: id,
      details: { snapshot: 1 },
    })
  })

  test('is out of reach for a supervisor to whom it was not referred, and nothing is written down', async () => {
    const id = await applied()
    await expect(openEvidence(imre, id, now)).rejects.toMatchObject({ status: 404 })
    expect(await auditedActions()).not.toContain('application.evidence-opened')
  })
})
