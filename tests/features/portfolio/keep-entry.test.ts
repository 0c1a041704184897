import { describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { findOwnEntry, listEntries } from '#app/db/portfolio.server.ts'
import type { CaseBody, CpdBody } from '#app/domain/portfolio/entry.ts'
import { correctEntry, keepEntry, takeEntryOut } from '#app/features/portfolio/keep-entry.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { writeInto } from '#tests/support/kept-forms.ts'

const nothingAgainst = () => ({})

const cpd: CpdBody = {
  on: '2026-10-01',
  method: 'reading',
  topic: 'Epistemic trust',
  hours: 2,
  participatoryHours: 0,
  reflection: 'What I take into the next session.',
}

const treatment: CaseBody = {
  modality: 'individual',
  ageBand: '25-34',
  diagnosis: 'borderline',
  diagnosticSystem: 'ICD-11',
  diagnosedBy: 'psychiatrist',
  isPrimaryIntervention: true,
  startedOn: '2026-03-02',
  endedOn: null,
  isEndedEarly: false,
  sessions: [{ on: '2026-03-02', minutes: 50 }],
}

async function kept(owner: { id: string; requestId: string }, body = cpd) {
  const result = await keepEntry(owner, { kind: 'cpd', body }, nothingAgainst, now)
  if ('faults' in result) throw new Error('refused')
  return result.id
}

describe('an entry of the portfolio', () => {
  test('is its owner’s alone, with an entry in the audit trail that has none of its text', async () => {
    const [noor, sol] = [await createAccount('Noor'), await createAccount('Sol')]
    const id = await kept(noor)
    expect(await findOwnEntry(noor.id, id)).toMatchObject({ kind: 'cpd', version: 1, body: cpd, signature: 'none' })
    expect(await findOwnEntry(sol.id, id)).toBeNull()
    await expect(takeEntryOut(sol, id, nothingAgainst, now)).rejects.toMatchObject({ status: 404 })
    const [entry] = await db().auditEntry.findMany({ where: { objectId: id } })
    expect(entry).toMatchObject({ action: 'portfolio-entry.kept', actorId: noor.id })
    expect(JSON.stringify(entry?.details)).not.toContain('Epistemic')
  })

  test('is corrected by a version beside the earlier one, and the same again is no version', async () => {
    const noor = await createAccount('Noor')
    const isNewKept = await writeInto(noor, 'portfolio-entry', 'cpd.new')
    const id = await kept(noor)
    expect(await isNewKept()).toBe(false)
    const isKept = await writeInto(noor, 'portfolio-entry', `cpd.${id}`)
    const changed = { kind: 'cpd', body: { ...cpd, hours: 3 } } as const
    expect(await correctEntry(noor, { id, seenVersion: 1 }, changed, nothingAgainst, now)).toEqual({ version: 2 })
    expect(await isKept()).toBe(false)
    expect(await correctEntry(noor, { id, seenVersion: 1 }, changed, nothingAgainst, now)).toEqual({ version: 2 })
    const versions = await db().portfolioVersion.findMany({ where: { entryId: id }, orderBy: { number: 'asc' } })
    expect(versions.map(({ body }) => (body as unknown as CpdBody).hours)).toEqual([2, 3])
  })

  test('that was changed elsewhere meanwhile is not overwritten', async () => {
    const noor = await createAccount('Noor')
    const id = await kept(noor)
    const sent = (hours: number) =>
      correctEntry(noor, { id, seenVersion: 1 }, { kind: 'cpd', body: { ...cpd, hours } }, nothingAgainst, now)
    const results = await Promise.all([sent(3), sent(4)])
    expect(results.filter((result) => 'version' in result)).toHaveLength(1)
    expect(results.filter((result) => 'faults' in result)).toHaveLength(1)
  })

  test('is checked against what was kept at the same instant', async () => {
    const noor = await createAccount('Noor')
    const once = (others: readonly unknown[]): Record<string, string> =>
      others.length > 0 ? { on: 'There is one already.' } : {}
    const results = await Promise.all([1, 2, 3].map(() => keepEntry(noor, { kind: 'cpd', body: cpd }, once, now)))
    expect(results.filter((result) => 'id' in result)).toHaveLength(1)
    expect(await listEntries(noor.id)).toHaveLength(1)
  })

  test('that was taken out is gone from every list, and its versions stay', async () => {
    const noor = await createAccount('Noor')
    const id = await kept(noor)
    expect(await takeEntryOut(noor, id, nothingAgainst, now)).toBeNull()
    expect(await listEntries(noor.id)).toEqual([])
    expect(await db().portfolioVersion.count({ where: { entryId: id } })).toBe(1)
    await expect(takeEntryOut(noor, id, nothingAgainst, now)).rejects.toMatchObject({ status: 404 })
  })

  test('of a case has a code that says nothing', async () => {
    const noor = await createAccount('Noor')
    for (const _ of [1, 2, 3]) await keepEntry(noor, { kind: 'case', body: treatment }, nothingAgainst, now)
    const codes = (await listEntries(noor.id, 'case')).map(({ code }) => code)
    expect(new Set(codes).size).toBe(3)
    for (const code of codes) expect(code).toMatch(/^[B-Z]{2}-\d\d$/)
  })

  test('can be erased and never otherwise changed, not even by the owner of the tables', async () => {
    const noor = await createAccount('Noor')
    const id = await kept(noor)
    const where = { entryId: id }
    await expect(db().portfolioVersion.updateMany({ where, data: { body: { hours: 9 } } })).rejects.toThrow()
    await expect(db().portfolioVersion.deleteMany({ where })).rejects.toThrow()
    await db().portfolioVersion.updateMany({ where, data: { body: {}, erasedAt: now } })
    expect(await listEntries(noor.id)).toEqual([])
  })
})
