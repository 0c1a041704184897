import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { changeApplication } from '#app/features/accreditation/change-application.server.ts'
import { raiseConcern } from '#app/features/concerns/raise-concern.server.ts'
import { askCorrection } from '#app/features/credentials/desk/ask-correction.server.ts'
import { changeCredential } from '#app/features/credentials/desk/change-credential.server.ts'
import { viewWork } from '#app/features/credentials/desk/view-work.server.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { completed, enrolment, issueAsSeen, publishCourse } from '#tests/support/certificates.ts'
import { awardStatus, publishPathway, signStatus } from '#tests/support/statuses.ts'

let grace: Actor
let gus: Actor
let noor: Actor

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const WORDS = 'It is being looked into by the two of us.'

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff', 'trainee'] })
  gus = await createAccount('Gus', { roles: ['accreditation_staff'] })
  noor = await createAccount('Noor')
})

/** By kind: how many, and since when. */
const waiting = async (actor = gus, at = later(60)) =>
  Object.fromEntries((await viewWork(actor, at)).map(({ kind, count, oldest }) => [kind, [count, oldest]]))
const kinds = async (actor = gus, at = later(60)) => Object.keys(await waiting(actor, at))

const apply = (person = noor, at = now) =>
  changeOwnApplication(person, { intent: 'apply', text: 'The registration is yours to look up.', confirmed: 'on' }, at)
const applicationId = async () => (await db().application.findFirstOrThrow({ where: { closedAt: null } })).id

describe('the work of the desk', () => {
  test('is nothing at first', async () => {
    expect(await waiting()).toEqual({})
  })

  test('has certificates to issue, since the longest waits, without one’s own', async () => {
    const course = await publishCourse()
    await enrolment(noor, course, later(-60))
    await enrolment(grace, course, completed)
    expect(await waiting(gus)).toEqual({ certificates: [2, completed] })
    expect(await waiting(grace)).toEqual({ certificates: [1, later(-60)] })
  })

  test('has concerns that nobody has closed, but one’s own', async () => {
    await raiseConcern({ text: 'A patient was left waiting on the stairs.', from: '/learn' }, grace, later(3))
    expect([await waiting(gus), await waiting(grace)]).toEqual([{ concerns: [1, later(3)] }, {}])
  })

  test('has statuses that were granted and not issued', async () => {
    await publishPathway()
    const status = await awardStatus(noor, grace)
    expect(await waiting()).toEqual({ statuses: [1, now] })
    await signStatus(status, { number: 'STN-0000-0000-0000-0000-0' })
    expect(await kinds()).toEqual([])
  })

  test('has what somebody else prepared, for a second person', async () => {
    await publishPathway()
    const statusRecordId = await awardStatus(noor, grace)
    await db().credentialRelease.create({ data: { statusRecordId, seen: 'words', byId: grace.id, at: later(5) } })
    expect(await waiting(gus)).toEqual({ releases: [1, later(5)] })
    expect(await kinds(grace)).toEqual([])
  })

  test('has corrections that were asked for, and suspensions that end soon', async () => {
    const { issuedNumbers } = await issueAsSeen(gus, [await enrolment(noor, await publishCourse())])
    const [number = ''] = issuedNumbers
    await askCorrection(noor, number, { text: 'My name has changed.' }, later(1))
    expect(await waiting()).toEqual({ corrections: [1, later(1)] })
    const suspension = { intent: 'suspend', cause: 'doubt', text: WORDS, everything: false } as const
    await changeCredential(gus, number, { ...suspension, lastDay: '2026-11-30' }, later(2))
    expect(await kinds()).toEqual(['corrections'])
    expect(await waiting(gus, new Date('2026-11-20'))).toMatchObject({
      'suspensions-ending': [1, new Date('2026-11-30T23:59:59.999Z')],
    })
  })

  test('has applications, by whom they wait for', async () => {
    await publishPathway()
    await apply()
    expect(await waiting()).toEqual({ applications: [1, now] })
    const ask = {
      intent: 'ask',
      requirement: 'registration',
      text: 'Please send the number of your registration.',
    } as const
    await changeApplication(grace, await applicationId(), ask, later(1))
    expect(await waiting()).toEqual({ 'with-applicant': [1, later(1)] })
  })

  test('has applications that are with an assessor', async () => {
    await publishPathway()
    await apply()
    const lena = await createAccount('Lena', { roles: ['training_lead'] })
    const refer = { intent: 'refer', assessor: lena.id, text: 'Please look at the treatments once more.' } as const
    await changeApplication(grace, await applicationId(), refer, later(1))
    expect(await kinds()).toEqual(['with-assessor'])
  })

  test('has an appeal against a refusal', async () => {
    await publishPathway()
    await apply()
    const refusal = { intent: 'decide', favourable: 'no', text: 'The registration could not be found.' } as const
    await changeApplication(grace, await applicationId(), refusal, later(1))
    expect(await kinds()).toEqual([])
    await changeOwnApplication(
      noor,
      { intent: 'appeal', text: 'It was looked up under the name that I had before I married.' },
      later(2),
    )
    expect(await waiting()).toEqual({ 'application-appeals': [1, later(2)] })
  })

  test('has no application in which one has a part', async () => {
    await publishPathway()
    await apply(grace)
    expect(await kinds(grace)).toEqual([])
    const row = { markerId: gus.id, traineeId: grace.id, kind: 'conflict', declaredById: gus.id } as const
    await db().conflict.create({ data: { ...row, declaredAt: now } })
    expect(await kinds(gus)).toEqual([])
  })

  test('has approvals that end soon, unless a later one follows', async () => {
    const approval = { userId: noor.id, approvedById: grace.id, approvedAt: now, startsOn: new Date('2026-01-01') }
    await db().supervisorApproval.create({ data: { ...approval, endsOn: new Date('2026-12-01') } })
    expect(await waiting()).toEqual({ 'supervisors-ending': [1, new Date('2026-12-01')] })
    await db().supervisorApproval.create({ data: { ...approval, startsOn: new Date('2026-12-02'), endsOn: null } })
    expect(await kinds()).toEqual([])
  })
})
