import { beforeEach, describe, expect, test } from 'vitest'
import { findOwnEntry, listVersions } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { CaseBody } from '#app/domain/portfolio/entry.ts'
import type { SentCase, SentSessions } from '#app/features/portfolio/case-form.server.ts'
import {
  addSessions,
  correctCase,
  keepCase,
  takeCaseOut,
  takeSessionsOut,
} from '#app/features/portfolio/keep-case.server.ts'
import { viewCase } from '#app/features/portfolio/view-cases.server.ts'
import { viewHistory } from '#app/features/portfolio/view-history.server.ts'
import { viewPortfolio } from '#app/features/portfolio/view-portfolio.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { signed } from '#tests/support/portfolio.ts'
import { createSupervisor, keep, sessionWith } from '#tests/support/supervision.ts'

let noor: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
})

const said: SentCase = {
  modality: 'individual',
  ageBand: '25-34',
  diagnosis: 'borderline',
  diagnosticSystem: 'ICD-11',
  diagnosedBy: 'psychiatrist',
  isPrimaryIntervention: true,
  startedOn: '2026-03-02',
  endedOn: null,
  isEndedEarly: false,
  seenVersion: 0,
}

const typed = { diagnosis: 'borderline' }

const sessions = (changes: Partial<SentSessions> = {}): SentSessions => ({
  intent: 'add-sessions',
  on: '2026-03-02',
  minutes: 50,
  rhythm: 'once',
  until: null,
  without: [],
  also: [],
  seenVersion: 1,
  ...changes,
})

async function begun(): Promise<string> {
  const kept = await keepCase(noor, { value: said, typed }, now)
  if ('fault' in kept) throw new Error('refused')
  return kept.id
}

const add = (id: string, changes: Partial<SentSessions> = {}, as = noor) =>
  addSessions(as, id, { value: sessions(changes), typed }, now)

const bodyOf = async (id: string) => (await findOwnEntry(noor.id, id))?.body as CaseBody

describe('a case', () => {
  test('is kept under a code of its own, without sessions', async () => {
    const id = await begun()
    expect(await viewCase(noor, id)).toMatchObject({ code: expect.stringMatching(/^[B-Z]{2}-\d\d$/), version: 1 })
    expect((await bodyOf(id)).sessions).toEqual([])
  })

  test('that ended before it began comes back with all that was typed', async () => {
    const value = { ...said, endedOn: '2026-03-01' }
    expect(await keepCase(noor, { value, typed }, now)).toEqual({
      fault: { errors: { endedOn: ['A case cannot end before it began.'] }, values: typed },
    })
  })

  test('takes a run of sessions at once, and not a second time', async () => {
    const id = await begun()
    const run = { rhythm: 'week' as const, until: '2026-03-30', without: ['2026-03-16'] }
    expect(await add(id, run)).toEqual({ version: 2, added: 4 })
    expect((await bodyOf(id)).sessions.map(({ on }) => on)).toEqual([
      '2026-03-02',
      '2026-03-09',
      '2026-03-23',
      '2026-03-30',
    ])
    expect(await add(id, { ...run, seenVersion: 2 })).toMatchObject({
      fault: { errors: { on: [expect.stringContaining('There is a session already on 2 March 2026')] } },
    })
  })

  test('takes a run that was sent from two tabs once', async () => {
    const id = await begun()
    const results = await Promise.all([add(id), add(id, { on: '2026-03-09' })])
    expect(results.filter((result) => 'version' in result)).toHaveLength(1)
    expect((await bodyOf(id)).sessions).toHaveLength(1)
  })

  test('gives sessions back that were entered by mistake', async () => {
    const id = await begun()
    await add(id, { also: ['2026-03-04'] })
    const value = { session: ['2026-03-04'], seenVersion: 2 }
    expect(await takeSessionsOut(noor, id, { value, typed }, now)).toEqual({ version: 3 })
    expect(await takeSessionsOut(noor, id, { value: { session: [], seenVersion: 3 }, typed }, now)).toHaveProperty(
      'fault',
    )
    expect((await bodyOf(id)).sessions.map(({ on }) => on)).toEqual(['2026-03-02'])
  })

  test('is corrected with its sessions, in a version that says what was changed', async () => {
    const id = await begun()
    await add(id)
    const value = { ...said, ageBand: '35-49', seenVersion: 2 } as const
    expect(await correctCase(noor, id, { value, typed }, now)).toEqual({ version: 3 })
    expect((await bodyOf(id)).sessions).toHaveLength(1)
    const { versions } = await viewHistory(noor, id)
    expect(versions.map(({ number, changed }) => [number, changed])).toEqual([
      [3, ['Age band']],
      [2, ['Sessions']],
      [1, []],
    ])
  })

  test('that was countersigned says after a correction that the signature is void', async () => {
    const imre = await createSupervisor('Imre')
    const id = await begun()
    await signed(id, imre.id)
    expect(await viewCase(noor, id)).toMatchObject({
      signature: 'signed',
      signerName: 'Imre',
      isSignatureVoided: false,
    })
    await add(id)
    expect(await viewCase(noor, id)).toMatchObject({ signature: 'none', isSignatureVoided: true })
    const [, first] = await listVersions(noor.id, id)
    expect(first?.answers).toMatchObject([{ answer: 'signed', by: 'Imre', isVoided: true }])
    expect(await viewPortfolio(noor)).toMatchObject({ notAsked: 0, waiting: [], sentBack: [] })
  })

  test('stays while something rests on it', async () => {
    const imre = await createSupervisor('Imre')
    const id = await begun()
    await keep(noor, 'supervision', sessionWith(imre.id, { caseIds: [id] }))
    expect(await takeCaseOut(noor, id, now)).toEqual({
      refused: 'This case stands in 1 session of supervision. Correct or take those out first.',
    })
    const other = await begun()
    expect(await takeCaseOut(noor, other, now)).toBeNull()
  })

  test('is absent for everybody else', async () => {
    const id = await begun()
    const sol = await createAccount('Sol')
    for (const asked of [() => viewCase(sol, id), () => add(id, {}, sol), () => takeCaseOut(sol, id, now)])
      await expect(asked()).rejects.toMatchObject({ status: 404 })
    await expect(viewHistory(sol, id)).rejects.toMatchObject({ status: 404 })
  })
})
