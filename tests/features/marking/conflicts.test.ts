import { beforeEach, describe, expect, test } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { claimNextScript, claimScript } from '#app/features/marking/claim-script.server.ts'
import { declareConflict, endConflict } from '#app/features/marking/declare-conflict.server.ts'
import { giveBackScript } from '#app/features/marking/give-back-script.server.ts'
import { lockMark } from '#app/features/marking/lock-mark.server.ts'
import { viewConflicts } from '#app/features/marking/view-conflicts.server.ts'
import { viewQueue } from '#app/features/marking/view-queue.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import {
  createScript,
  createVignette,
  type PublishedVignette,
  passingMark,
  type Script,
} from '#tests/support/scripts.ts'

let lena: Actor
let tomas: Actor
let root: Actor
let noor: Actor
let vignette: PublishedVignette

beforeEach(async () => {
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  root = await createAccount('Root', { roles: ['administrator'] })
  noor = await createAccount('Noor')
  vignette = await createVignette()
  await formCohort([vignette], { leads: [lena], trainees: [noor] })
})

const declare = (actor: Actor, marker: Actor, who: string, kind: 'supervisee' | 'conflict' = 'supervisee') =>
  declareConflict(actor, { markerId: marker.id, who, kind, note: '' }, now)

const handedIn = () => createScript(vignette, noor)
const rowOf = ({ allocationId }: Script) => db().allocation.findUniqueOrThrow({ where: { id: allocationId } })
const isInQueueOf = async (actor: Actor, { code }: Script) =>
  (await viewQueue(actor, { page: 1 })).scripts.some((script) => script.code === code)

describe('a trainee whom a marker supervises', () => {
  test('is declared by name or by address, and nothing of theirs is in the marker’s reach from then on', async () => {
    const script = await handedIn()
    expect(await declare(lena, lena, 'noor')).toEqual({ isDeclared: true })
    expect(await isInQueueOf(lena, script)).toBe(false)
    await expect(claimScript(lena, script.code, now)).rejects.toMatchObject({ status: 404 })
    expect(await claimNextScript(lena, undefined, now)).toHaveProperty('refused')
    expect(await isInQueueOf(tomas, script)).toBe(true)
    expect(await declare(tomas, tomas, 'NOOR@people.example', 'conflict')).toEqual({ isDeclared: true })
    expect(await isInQueueOf(tomas, script)).toBe(false)
  })

  test('gets back into everybody’s queue what was with the marker and not locked, begun or not; what is locked stays', async () => {
    const [allocated, begun, locked] = [await handedIn(), await handedIn(), await handedIn()]
    await db().allocation.update({ where: { id: allocated.allocationId }, data: { markerId: lena.id } })
    await claimScript(lena, begun.code, now)
    await claimScript(lena, locked.code, now)
    await lockMark(lena, locked.code, passingMark, now)
    await declare(lena, lena, 'Noor')
    expect(await rowOf(allocated)).toMatchObject({ state: 'waiting', markerId: null })
    expect(await rowOf(begun)).toMatchObject({ state: 'waiting', markerId: null })
    expect(await rowOf(locked)).toMatchObject({ state: 'locked', markerId: lena.id })
    expect(await isInQueueOf(tomas, begun)).toBe(true)
  })

  test('never is with the marker, whichever comes first, when both happen at the same instant', async () => {
    for (let round = 0; round < 12; round++) {
      const script = await handedIn()
      const claims = round % 2 ? claimScript(lena, script.code, now) : claimNextScript(lena, undefined, now)
      await Promise.all([claims.catch(() => undefined), declare(lena, lena, 'Noor')])
      expect(await rowOf(script)).toMatchObject({ state: 'waiting', markerId: null })
      const { id } = await db().conflict.findFirstOrThrow({ where: { endedAt: null } })
      await endConflict(lena, id, now)
      await db().allocation.deleteMany()
      await db().attempt.deleteMany()
    }
  })

  test('comes to the marker again once it has ended', async () => {
    const script = await handedIn()
    await declare(lena, lena, 'Noor')
    const [conflict] = (await viewConflicts(lena, now)).own
    await endConflict(lena, conflict?.id ?? '', now)
    await endConflict(lena, conflict?.id ?? '', now)
    expect(await isInQueueOf(lena, script)).toBe(true)
    expect((await auditedActions()).filter((action) => action.startsWith('conflict.'))).toEqual([
      'conflict.declared',
      'conflict.ended',
    ])
  })
})

describe('declaring', () => {
  const faultOf = (field: string, message: RegExp) => ({ fault: { field, message: expect.stringMatching(message) } })

  test('the same twice, for oneself, or about nobody is refused with a sentence', async () => {
    await declare(lena, lena, 'Noor')
    expect(await declare(lena, lena, 'Noor')).toEqual(faultOf('who', /already/))
    expect(await declare(lena, lena, 'Nobody')).toEqual(faultOf('who', /No trainee/))
    const ife = await createAccount('Ife', { roles: ['training_lead', 'trainee'] })
    expect(await declare(ife, ife, ife.email)).toEqual(faultOf('who', /own work/))
    expect(await declare(lena, noor, 'Noor')).toEqual(faultOf('marker', /not a training lead/))
  })

  test('by a name that two people have asks for the address', async () => {
    const other = await createAccount('Noora')
    await db().user.update({ where: { id: other.id }, data: { name: 'Noor' } })
    await formCohort([vignette], { leads: [lena], trainees: [other], name: 'York' })
    expect(await declare(lena, lena, 'Noor')).toEqual(faultOf('who', /Several/))
    expect(await declare(lena, lena, noor.email)).toEqual({ isDeclared: true })
  })

  test('for another marker is for whoever leads the trainee’s cohort, and for an administrator', async () => {
    expect(await declare(tomas, lena, 'Noor')).toEqual(faultOf('who', /None of your cohorts/))
    expect(await declare(tomas, lena, noor.email)).toEqual(faultOf('who', /None of your cohorts/))
    expect(await declare(lena, tomas, 'Noor')).toEqual({ isDeclared: true })
    expect(await declare(root, tomas, noor.email, 'conflict')).toEqual({ isDeclared: true })
  })

  test('is seen and ended by the marker and by whoever leads the trainee’s cohort, and by nobody else', async () => {
    const ife = await createAccount('Ife', { roles: ['training_lead'] })
    await declare(tomas, tomas, noor.email)
    expect((await viewConflicts(tomas, now)).own).toMatchObject([{ traineeName: 'Noor', kind: 'supervisee' }])
    expect((await viewConflicts(lena, now)).ofOthers).toMatchObject([{ markerName: 'Tomas', traineeName: 'Noor' }])
    expect(await viewConflicts(ife, now)).toMatchObject({ own: [], ofOthers: [] })
    const [conflict] = (await viewConflicts(tomas, now)).own
    await expect(endConflict(ife, conflict?.id ?? '', now)).rejects.toMatchObject({ status: 404 })
    await endConflict(lena, conflict?.id ?? '', now)
    expect((await viewConflicts(tomas, now)).own).toMatchObject([{ endedAt: expect.any(String) }])
  })

  test('is read with one statement', async () => {
    const { queries } = await countQueries(() => viewConflicts(lena, now))
    expect(queries()).toBe(1)
  })
})

describe('a script that is handed back', () => {
  test('goes to anybody again, with a reason in the record', async () => {
    const script = await handedIn()
    await db().allocation.update({
      where: { id: script.allocationId },
      data: { markerId: lena.id, allocatedById: tomas.id },
    })
    expect(await giveBackScript(lena, script.code, now, 'time')).toEqual({ isGivenBack: true })
    expect(await rowOf(script)).toMatchObject({ state: 'waiting', markerId: null, allocatedById: null })
    const entry = await db().auditEntry.findFirstOrThrow({ where: { action: 'script.given-back' } })
    expect(entry).toMatchObject({ objectId: script.allocationId, details: { reason: 'time' } })
    expect(await isInQueueOf(lena, script)).toBe(true)
  })

  test('because its writer is recognised never comes back, nor anything else of theirs, and no page tells who it is', async () => {
    const [script, another] = [await handedIn(), await handedIn()]
    await claimScript(lena, script.code, now)
    await giveBackScript(lena, script.code, now, 'supervisee')
    expect([await isInQueueOf(lena, script), await isInQueueOf(lena, another)]).toEqual([false, false])
    expect((await viewConflicts(lena, now)).own).toMatchObject([{ kind: 'supervisee', traineeName: null }])
    expect((await viewConflicts(tomas, now)).ofOthers).toEqual([])
  })

  test('because its writer is recognised does not tell, when somebody is named afterwards, whether it was them', async () => {
    const script = await handedIn()
    await claimScript(lena, script.code, now)
    await giveBackScript(lena, script.code, now, 'supervisee')
    expect(await declare(lena, lena, 'Noor')).toEqual({ isDeclared: true })
  })

  test('is refused once its mark is locked, and by anybody else it is not found', async () => {
    const script = await handedIn()
    await claimScript(lena, script.code, now)
    await expect(giveBackScript(tomas, script.code, now)).rejects.toMatchObject({ status: 404 })
    await lockMark(lena, script.code, passingMark, now)
    expect(await giveBackScript(lena, script.code, now)).toHaveProperty('refused')
  })
})
