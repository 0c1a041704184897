import { beforeEach, describe, expect, test } from 'vitest'
import { issueToken } from '#app/auth/tokens.server.ts'
import { countQueries, db, transact } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { acceptInvitation } from '#app/features/people/accept-invitation.server.ts'
import { createAdministrator } from '#app/features/people/create-administrator.server.ts'
import { findPeople, readPerson } from '#app/features/people/find-people.server.ts'
import { endRole, grantForm, grantRole } from '#app/features/people/grant-role.server.ts'
import { inviteAgain, invitePerson } from '#app/features/people/invite-person.server.ts'
import { signIn } from '#app/features/people/sign-in.server.ts'
import { auditedActions, createAccount, mailsFor, now } from '#tests/support/accounts.ts'

let root: Actor

beforeEach(async () => {
  root = await createAccount('Root', { roles: ['administrator'] })
})

const asked = { now, requestId: 'test' }
const noEnd = { lastDay: null }
const held = async (personId: string, at = now) =>
  (await readPerson(personId, at)).grants.filter(({ isHeld }) => isHeld).map(({ role }) => role)
const status = (work: Promise<unknown>) => work.catch((thrown: Response) => thrown.status)

describe('a role', () => {
  test('is held through its last day as the giver’s calendar has it, and not a moment longer', async () => {
    const imre = await createAccount('Imre', { roles: [] })
    const { role, lastDay } = grantForm(root, now).parse({ role: 'supervisor', lastDay: '2027-03-31' })
    await grantRole({ personId: imre.id, role, lastDay }, root, now)
    expect(await held(imre.id, new Date('2027-03-31T22:59:59Z'))).toEqual(['supervisor'])
    expect(await held(imre.id, new Date('2027-03-31T23:00:00Z'))).toEqual([])
  })

  test('that two administrators give at the same moment is given once', async () => {
    const imre = await createAccount('Imre', { roles: [] })
    const ruth = await createAccount('Ruth', { roles: ['administrator'] })
    const grant = { personId: imre.id, role: 'supervisor', ...noEnd } as const
    const decisions = await Promise.all([root, ruth, root, ruth].map((actor) => grantRole(grant, actor, now)))
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(1)
    expect(await held(imre.id)).toEqual(['supervisor'])
    expect(await auditedActions()).toEqual(['role.granted'])
  })

  test('of one’s own is neither given nor ended', async () => {
    expect(await grantRole({ personId: root.id, role: 'training_lead', ...noEnd }, root, now)).toMatchObject({
      allowed: false,
    })
    const [grant] = (await readPerson(root.id, now)).grants
    expect(await endRole({ personId: root.id, grantId: grant?.id ?? '' }, root, now)).toMatchObject({ allowed: false })
    expect(await held(root.id)).toEqual(['administrator'])
    expect(await auditedActions()).toEqual([])
  })

  test('ends at once, once, and stays on record with whoever gave it', async () => {
    const imre = await createAccount('Imre', { roles: [] })
    await grantRole({ personId: imre.id, role: 'supervisor', ...noEnd }, root, now)
    const [grant] = (await readPerson(imre.id, now)).grants
    const end = { personId: imre.id, grantId: grant?.id ?? '' }
    const decisions = await Promise.all([endRole(end, root, now), endRole(end, root, now)])
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(1)
    expect((await readPerson(imre.id, now)).grants).toMatchObject([{ grantedBy: 'Root', isHeld: false, endsAt: now }])
    expect(await auditedActions()).toEqual(['role.granted', 'role.ended'])
  })

  test('of one person cannot be ended under the name of another', async () => {
    const [imre, ada] = [await createAccount('Imre', { roles: ['supervisor'] }), await createAccount('Ada')]
    const [grant] = (await readPerson(imre.id, now)).grants
    expect(await status(endRole({ personId: ada.id, grantId: grant?.id ?? '' }, root, now))).toBe(404)
    expect(await held(imre.id)).toEqual(['supervisor'])
  })

  test('cannot be given to nobody', async () => {
    const personId = '018f0000-0000-7000-8000-000000000000'
    expect(await status(grantRole({ personId, role: 'supervisor', ...noEnd }, root, now))).toBe(404)
  })
})

describe('an invitation', () => {
  const imre = {
    name: 'Imre Kovács',
    email: 'imre@people.example',
    profession: 'psychiatrist',
    roles: ['supervisor', 'training_lead', 'supervisor'],
    lastDay: null,
  } as const
  const invite = () => invitePerson({ ...imre, roles: [...imre.roles] }, root, now)

  test('makes an account with its roles, which a link and a password open', async () => {
    const { id } = await invite()
    expect(await mailsFor(imre.email)).toEqual(['invitation'])
    expect((await held(id)).sort()).toEqual(['supervisor', 'training_lead'])

    const secret = await transact((tx) => issueToken(tx, id, 'invitation', now))
    expect(await acceptInvitation(secret, 'green paper stairs', asked)).toBe(true)
    expect(await acceptInvitation(secret, 'another long one', asked)).toBe(false)
    expect(await signIn({ email: imre.email, password: 'green paper stairs' }, asked)).toMatchObject({
      outcome: 'accepted',
    })
    expect(await auditedActions()).toEqual(['person.invited', 'invitation.accepted', 'session.started'])
  })

  test('of an address that has an account changes nothing', async () => {
    const noor = await createAccount('Imre')
    expect(await invite()).toEqual({ id: noor.id, isNew: false })
    expect(await held(noor.id)).toEqual(['trainee'])
    expect(await db().notice.count()).toBe(0)
  })

  test('is mailed again while it waits, and not afterwards', async () => {
    const { id } = await invite()
    expect(await inviteAgain(id, root, now)).toBe(true)
    await db().user.update({ where: { id }, data: { passwordHash: 'chosen' } })
    expect(await inviteAgain(id, root, now)).toBe(false)
    expect(await mailsFor(imre.email)).toEqual(['invitation', 'invitation'])
  })
})

describe('the list of people', () => {
  test('finds by a part of name or address, and takes % and _ for what they are', async () => {
    await createAccount('Noor')
    await createAccount('Żaneta_K')
    const names = async (term: string) => (await findPeople(term, 1, now)).people.map(({ name }) => name)
    expect(await names('OOR@peo')).toEqual(['Noor'])
    expect(await names('żanET')).toEqual(['Żaneta_K'])
    expect(await names('_')).toEqual(['Żaneta_K'])
    expect(await names('%')).toEqual([])
    expect(await names('')).toEqual(['Noor', 'Root', 'Żaneta_K'])
  })

  test('comes in pages of 25 by one statement, however many people there are', async () => {
    await db().user.createMany({
      data: Array.from({ length: 60 }, (_, i) => ({
        name: `Ada ${i}`,
        email: `ada${i}@x.example`,
        profession: 'nurse',
      })),
    })
    const { result, queries } = await countQueries(() => findPeople('ada', 3, now))
    expect(result).toMatchObject({ total: 60, pageCount: 3 })
    expect(result.people).toHaveLength(10)
    expect(queries()).toBe(1)
  })
})

describe('the first administrator', () => {
  const rena = { name: 'Rena Root', email: 'rena@people.example', password: 'purple lamps at noon' }

  test('can sign in at once and administer', async () => {
    expect(await createAdministrator(rena, now)).toBe(true)
    expect(await signIn(rena, asked)).toMatchObject({ outcome: 'accepted', roles: ['administrator'] })
  })

  test('is not made of an account that exists', async () => {
    await createAccount('Rena')
    expect(await createAdministrator(rena, now)).toBe(false)
    expect(await signIn(rena, asked)).toEqual({ outcome: 'refused' })
  })
})
