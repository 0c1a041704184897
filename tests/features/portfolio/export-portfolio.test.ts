import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { exportPortfolio } from '#app/features/portfolio/export-portfolio.server.ts'
import { correctEntry } from '#app/features/portfolio/keep-entry.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { development, reflection, treatment } from '#tests/support/portfolio.ts'
import { createSupervisor, keep, nothingAgainst, sessionWith } from '#tests/support/supervision.ts'

let noor: Actor
let caseId: string

beforeEach(async () => {
  noor = await createAccount('Noor')
  const supervisor = await createSupervisor('Sunniva')
  caseId = await keep(noor, 'case', treatment)
  await keep(
    noor,
    'supervision',
    sessionWith(supervisor.id, { caseIds: [caseId], takenAway: '=HYPERLINK("x"), "wait"\nthen ask' }),
  )
  await keep(noor, 'cpd', development)
  await keep(noor, 'reflection', reflection)
})

const csvOf = async (actor: Actor): Promise<Record<string, string>[]> =>
  parse((await exportPortfolio(actor, 'csv', now)).text, { columns: true })

describe('the export of one’s own portfolio', () => {
  test('as CSV has one line for each entry, with codes and names where the entry has ids, and texts as text', async () => {
    const rows = await csvOf(noor)
    const byKind = Object.fromEntries(rows.map((row) => [row.kind, row]))
    const { code } = await db().portfolioEntry.findUniqueOrThrow({ where: { id: caseId }, select: { code: true } })
    expect(rows.map(({ kind }) => kind).sort()).toEqual(['case', 'cpd', 'reflection', 'supervision'])
    expect(byKind.case).toMatchObject({ code, sessions: '2026-03-02 50' })
    expect(byKind.supervision).toMatchObject({ cases: code, supervisor: 'Sunniva', minutes: '60' })
    expect(byKind.reflection?.description).toBe('There was a silence, and I filled it.')
  })

  test('keeps what looks like a formula as a text, and quotes and line breaks as they were', async () => {
    const supervision = (await csvOf(noor)).find(({ kind }) => kind === 'supervision')
    expect(supervision?.takenAway).toBe(`'=HYPERLINK("x"), "wait"\nthen ask`)
  })

  test('as JSON has every version of every entry', async () => {
    const writing = { kind: 'case', body: { ...treatment, ageBand: '35-49' } } as const
    await correctEntry(noor, { id: caseId, seenVersion: 1 }, writing, nothingAgainst, now)
    const { entries, person } = JSON.parse((await exportPortfolio(noor, 'json', now)).text)
    expect(person).toMatchObject({ name: 'Noor' })
    expect(entries.find(({ id }: { id: string }) => id === caseId)).toMatchObject({
      body: { ageBand: '35-49' },
      versions: [
        { number: 1, body: { ageBand: '25-34' } },
        { number: 2, body: { ageBand: '35-49' } },
      ],
    })
  })

  test('has nothing of anybody else, and that it was taken is recorded', async () => {
    const olu = await createAccount('Olu')
    expect(await csvOf(olu)).toEqual([])
    expect(JSON.parse((await exportPortfolio(olu, 'json', now)).text)).toMatchObject({ entries: [], supervisors: [] })
    const taken = await db().auditEntry.findMany({ where: { action: 'portfolio.exported' }, select: { actorId: true } })
    expect(taken).toEqual([{ actorId: olu.id }, { actorId: olu.id }])
  })
})
