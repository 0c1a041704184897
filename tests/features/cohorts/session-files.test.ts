import { beforeEach, describe, expect, it } from 'vitest'
import { countQueries, db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { addGuest } from '#app/features/cohorts/add-guest.server.ts'
import { planSession } from '#app/features/cohorts/plan-session.server.ts'
import {
  addSessionFile,
  MAX_FILES,
  openSessionFile,
  removeSessionFile,
} from '#app/features/cohorts/session-files.server.ts'
import { takeAttendance } from '#app/features/cohorts/take-attendance.server.ts'
import { viewOwnSessions } from '#app/features/cohorts/view-own-sessions.server.ts'
import { viewSession, viewSessions } from '#app/features/cohorts/view-sessions.server.ts'
import { sweepFiles } from '#app/features/portfolio/erase-entries.server.ts'
import { openStoredFile, storedKeys } from '#app/integrations/storage.server.ts'
import { changeOneSession } from '#app/routes/cohorts.$id.sessions.$session/session-action.server.ts'
import { auditedActions, createAccount, now } from '#tests/support/accounts.ts'
import { formCohort } from '#tests/support/cohorts.ts'
import { sessionWish } from '#tests/support/live-sessions.ts'
import { PDF } from '#tests/support/pdf.ts'

const notFound = { status: 404 }
const tomorrow = new Date(now.getTime() + 25 * 3_600_000)
const during = new Date('2026-11-16T10:00Z')

let noor: Actor
let lena: Actor
let tomas: Actor
let address: { cohortId: string; sessionId: string }

beforeEach(async () => {
  noor = await createAccount('Noor')
  lena = await createAccount('Lena', { roles: ['training_lead'] })
  tomas = await createAccount('Tomas', { roles: ['training_lead'] })
  const cohortId = await formCohort([], { leads: [lena], trainees: [noor] })
  address = { cohortId, sessionId: await plan(lena, cohortId) }
})

async function plan(lead: Actor, cohortId: string): Promise<string> {
  const planned = await planSession(lead, cohortId, sessionWish({ key: 'day-1' }), now)
  if ('fault' in planned) throw new Error(planned.fault.message)
  return planned.id
}
const handout = (sha256 = 'one') => ({
  name: 'Handout.pdf',
  mediaType: 'application/pdf',
  bytes: new Uint8Array(PDF),
  sha256,
})
const kept = () => storedKeys({ before: tomorrow })
const add = (actor: Actor, sha256?: string) => addSessionFile(actor, address, handout(sha256), now)
async function added(): Promise<string> {
  expect(await add(lena)).toEqual({ isSaved: true })
  return (await db().sessionFile.findFirstOrThrow()).id
}
const open = (actor: Actor, fileId: string) => openSessionFile(actor, { ...address, fileId })
const filesOf = async (person: Actor) =>
  (await viewOwnSessions(person, now)).flatMap(({ toCome }) => toCome).flatMap(({ files }) => files)

describe('a file of a session', () => {
  it('is listed to lead and trainee, saved by them and by nobody else, outlives the sweep, and is gone when it is taken away', async () => {
    const id = await added()
    const shown = { id, ...address, name: 'Handout.pdf', mediaType: 'application/pdf', bytes: PDF.byteLength }
    expect((await viewSession(lena, address.cohortId, address.sessionId)).session.files).toEqual([shown])
    expect(await filesOf(noor)).toEqual([shown])
    expect((await countQueries(() => viewSessions(lena, address.cohortId))).queries()).toBe(1)
    expect((await countQueries(() => viewOwnSessions(noor, now))).queries()).toBe(1)

    const { key } = await db().sessionFile.findFirstOrThrow()
    await sweepFiles(tomorrow)
    const root = await createAccount('Root', { roles: ['administrator'] })
    for (const reader of [noor, lena, root]) {
      const { file, content } = await open(reader, id)
      expect(file).toMatchObject({ name: 'Handout.pdf', bytes: PDF.byteLength })
      expect(new Uint8Array(await new Response(content).arrayBuffer())).toEqual(new Uint8Array(PDF))
    }
    for (const other of [tomas, await createAccount('Sol'), { ...lena, roles: [] }])
      await expect(open(other, id)).rejects.toMatchObject(notFound)
    const elsewhere = { cohortId: address.cohortId, sessionId: await plan(lena, await otherCohort()), fileId: id }
    await expect(openSessionFile(noor, elsewhere)).rejects.toMatchObject(notFound)

    await expect(removeSessionFile(tomas, address, id, now)).rejects.toMatchObject(notFound)
    await expect(removeSessionFile(noor, address, id, now)).rejects.toMatchObject(notFound)
    expect(await openStoredFile(key)).not.toBeNull()
    await removeSessionFile(lena, address, id, now)
    await removeSessionFile(lena, address, id, now)
    expect(await filesOf(noor)).toEqual([])
    expect(await openStoredFile(key)).toBeNull()
    await expect(open(noor, id)).rejects.toMatchObject(notFound)
    const audited = (await auditedActions()).filter((action) => action.startsWith('session.file'))
    expect(audited).toEqual(['session.file-added', 'session.file-removed'])
    expect(JSON.stringify(await db().auditEntry.findMany())).not.toContain('Handout')
  })

  it('that is refused leaves nothing in the store: of no lead, the same again, at the same moment, or one too many', async () => {
    const before = (await kept()).length
    await expect(add(tomas)).rejects.toMatchObject(notFound)
    await expect(add(noor)).rejects.toMatchObject(notFound)
    expect(await kept()).toHaveLength(before)
    const both = await Promise.all([add(lena), add(lena)])
    expect(both.filter((one) => 'refused' in one)).toEqual([
      { refused: 'This file stands there already, as Handout.pdf.' },
    ])
    expect(await kept()).toHaveLength(before + 1)
    const many = Array.from({ length: MAX_FILES - 1 }, (_, n) => ({ key: `${address.sessionId}-${n}`, sha256: `${n}` }))
    const row = { sessionId: address.sessionId, name: 'F.pdf', mediaType: 'application/pdf', bytes: 1 }
    await db().sessionFile.createMany({
      data: many.map((one) => ({ ...row, ...one, uploadedById: lena.id, uploadedAt: now })),
    })
    expect(await add(lena, 'another')).toEqual({ refused: `A session has at most ${MAX_FILES} files.` })
    expect(await kept()).toHaveLength(before + 1)
  })

  it('is there for whoever made the session up there, and no longer when they were not there after all', async () => {
    const id = await added()
    const mei = await createAccount('Mei')
    const own = await otherCohort(mei)
    await plan(tomas, own)
    expect(await filesOf(mei)).toEqual([])
    await expect(open(mei, id)).rejects.toMatchObject(notFound)
    expect(await addGuest(lena, address, mei.email, during)).toEqual({ isAdded: true })
    expect(await filesOf(mei)).toMatchObject([{ id, ...address }])
    expect((await open(mei, id)).file.name).toBe('Handout.pdf')
    const absent = { userId: mei.id, state: 'absent', minutes: null, task: '' } as const
    expect(await takeAttendance(lena, address, [absent], during)).toEqual({ recorded: 1 })
    expect(await filesOf(mei)).toEqual([])
    await expect(open(mei, id)).rejects.toMatchObject(notFound)
  })

  it('comes with the form of the page, whose refusals stand beside the field and change nothing', async () => {
    const send = (file: File | string) => {
      const body = new FormData()
      body.append('intent', 'add-file')
      body.append('materialFile', file)
      return changeOneSession(lena, address, new Request('https://stance.example', { method: 'POST', body }), now)
    }
    const before = (await kept()).length
    const large = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'large.pdf')
    const refused = {
      'Choose a file.': new File([], ''),
      'This file is empty.': new File([], 'empty.pdf'),
      'whatever its name says': new File(['<!doctype html>'], 'slides.pdf', { type: 'application/pdf' }),
      'larger than 10 MB': large,
    }
    for (const [sentence, file] of Object.entries(refused))
      expect(await send(file)).toEqual({
        fault: { values: { intent: 'add-file' }, errors: { materialFile: [expect.stringContaining(sentence)] } },
      })
    expect(await kept()).toHaveLength(before)
    expect(await db().sessionFile.count()).toBe(0)
    expect(await send(new File([new Uint8Array(PDF)], 'slides.pdf'))).toEqual({ done: 'The file is added.' })
    expect(await filesOf(noor)).toMatchObject([{ name: 'slides.pdf' }])
  })
})

/** Another cohort of the same course, led by Tomas and Lena. */
async function otherCohort(...trainees: Actor[]): Promise<string> {
  const { courseId } = await db().cohort.findUniqueOrThrow({ where: { id: address.cohortId } })
  const id = await formCohort([], { leads: [tomas, lena], trainees, name: 'York' })
  await db().cohort.update({ where: { id }, data: { courseId } })
  return id
}
