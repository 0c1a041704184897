import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import { type Actor, ROLES } from '#app/domain/people.ts'
import { askCorrection } from '#app/features/credentials/desk/ask-correction.server.ts'
import { changeCredential } from '#app/features/credentials/desk/change-credential.server.ts'
import { reissueCredential } from '#app/features/credentials/desk/reissue-credential.server.ts'
import { type CredentialFilter, viewCredentials } from '#app/features/credentials/desk/view-credentials.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { enrolment, issueAsSeen, publishCourse } from '#tests/support/certificates.ts'
import { statusWithNotes } from '#tests/support/standing-credentials.ts'

let grace: Actor
let muller: Actor
let numbers: { muller: string; sol: string }

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const WORDS = 'It was given to somebody else by mistake.'

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  muller = await createAccount('Muller')
  await db().user.update({ where: { id: muller.id }, data: { name: 'Jörg Müller' } })
  const course = await publishCourse()
  const issue = async (person: Actor, at: Date) =>
    (await issueAsSeen(grace, [await enrolment(person, course)], at)).issuedNumbers[0] ?? ''
  numbers = { muller: await issue(muller, now), sol: await issue(await createAccount('Sol'), later(1)) }
})

const found = async (filter: Partial<CredentialFilter> = {}, at = later(30)) =>
  (await viewCredentials(grace, { page: 1, ...filter }, at)).credentials.map(({ holderName }) => holderName)

describe('the list of credentials', () => {
  test('has all of them, the newest first, by pages', async () => {
    expect(await found()).toEqual(['Sol', 'Jörg Müller'])
    expect(await viewCredentials(grace, { page: 2 }, later(30))).toMatchObject({ credentials: [], pageCount: 1 })
  })

  test.each(['muller', 'MÜLL', 'jorg'])('finds Müller by “%s”', async (find) => {
    expect(await found({ find })).toEqual(['Jörg Müller'])
  })

  test('finds a number however it is typed', async () => {
    expect(await found({ find: ` ${numbers.sol.toLowerCase().replaceAll('-', ' ')}` })).toEqual(['Sol'])
    expect(await found({ find: '50%' })).toEqual([])
  })

  test('finds a number by the part of it that somebody reads out', async () => {
    const [, first = '', second = ''] = numbers.sol.split('-')
    expect(await found({ find: `${first} ${second}`.toLowerCase() })).toEqual(['Sol'])
    expect(await found({ find: numbers.muller.slice(-6) })).toEqual(['Jörg Müller'])
    expect(await found({ find: '000' })).toEqual([])
  })

  test('finds somebody by the printed name and by that of today', async () => {
    await db().user.update({ where: { id: muller.id }, data: { name: 'Jörg Ito' } })
    expect([await found({ find: 'ito' }), await found({ find: 'muller' })]).toEqual([['Jörg Müller'], ['Jörg Müller']])
  })

  test('is filtered by kind', async () => {
    await statusWithNotes({ ...muller, name: 'Jörg Müller' }, grace, later(2))
    expect(await found({ kind: 'practitioner_status' })).toHaveLength(1)
    expect(await found({ kind: 'specialist_note' })).toHaveLength(2)
    expect(await found({ kind: 'course_completion' })).toHaveLength(2)
  })

  test('is filtered by what each is at this moment', async () => {
    const suspension = {
      intent: 'suspend',
      cause: 'doubt',
      text: WORDS,
      lastDay: '2026-11-03',
      everything: false,
    } as const
    await changeCredential(grace, numbers.sol, suspension, later(2))
    await db().user.update({ where: { id: muller.id }, data: { name: 'Jörg Ito' } })
    await reissueCredential(grace, numbers.muller, { seen: 'Jörg Ito', text: '' }, later(3))
    expect(await found({ state: 'suspended' })).toEqual(['Sol'])
    expect(await found({ state: 'superseded' })).toEqual(['Jörg Müller'])
    expect(await found({ state: 'valid' })).toEqual(['Jörg Ito'])
    expect(await found({ state: 'valid' }, new Date('2026-11-04'))).toEqual(['Jörg Ito', 'Sol'])
  })

  test('names those of which a correction is asked for', async () => {
    await askCorrection(muller, numbers.muller, { text: 'My name has changed.' }, later(2))
    expect(await found({ asked: true })).toEqual(['Jörg Müller'])
  })

  test.each(ROLES.filter((role) => role !== 'accreditation_staff'))('is not for a %s', async (role) => {
    const actor = await createAccount('Mallory', { roles: [role] })
    await expect(viewCredentials(actor, { page: 1 }, now)).rejects.toMatchObject({ status: 403 })
  })
})
