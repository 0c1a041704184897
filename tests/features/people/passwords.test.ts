import { describe, expect, test } from 'vitest'
import { auth } from '#app/auth/lucia.server.ts'
import { issueToken } from '#app/auth/tokens.server.ts'
import { countQueries, db, lockRow, transact } from '#app/db/client.server.ts'
import { hashSecret } from '#app/db/sessions.server.ts'
import { changePassword } from '#app/features/people/change-password.server.ts'
import { requestPasswordReset, resetPassword } from '#app/features/people/reset-password.server.ts'
import { signIn } from '#app/features/people/sign-in.server.ts'
import { auditedActions, createAccount, createSession, mailsFor, now, PASSWORD } from '#tests/support/accounts.ts'
import { somebodyWaits } from '#tests/support/somebody-waits.ts'

const asked = { now, requestId: 'test' }
const NEW = 'green paper stairs'

const outcomeOf = async (email: string, password: string) => (await signIn({ email, password }, asked)).outcome
const resetLink = (userId: string) => transact((tx) => issueToken(tx, userId, 'reset_password', now))
const roles = async (userId: string) => (await db().roleGrant.findMany({ where: { userId } })).map(({ role }) => role)

describe('asking for a reset', () => {
  test('mails a link to an account, and asks the same of the database when there is none', async () => {
    const noor = await createAccount('Noor')
    const known = await countQueries(() => requestPasswordReset(noor.email, now))
    const unknown = await countQueries(() => requestPasswordReset('nobody@people.example', now))
    expect(known.queries()).toBe(unknown.queries())
    expect(await mailsFor(noor.email)).toEqual(['reset-password'])
    expect(await db().notice.count()).toBe(1)
  })
})

describe('a reset', () => {
  test('sets the new password, ends every session and every other link, and tells the person', async () => {
    const noor = await createAccount('Noor')
    await createSession(noor.id, 'one')
    const [secret, other] = [await resetLink(noor.id), await resetLink(noor.id)]
    expect(await resetPassword(secret, NEW, asked)).toBe(true)
    expect(await outcomeOf(noor.email, NEW)).toBe('accepted')
    expect(await outcomeOf(noor.email, PASSWORD)).toBe('refused')
    expect(await db().session.count()).toBe(0)
    expect(await resetPassword(other, 'another long one', asked)).toBe(false)
    expect(await mailsFor(noor.email)).toEqual(['password-changed'])
    expect(await auditedActions()).toContain('password.reset')
  })

  test('by one link twice at the same moment succeeds once', async () => {
    const noor = await createAccount('Noor')
    const secret = await resetLink(noor.id)
    const done = await Promise.all(['first words here', 'other words here'].map((p) => resetPassword(secret, p, asked)))
    expect(done.filter(Boolean)).toHaveLength(1)
  })

  test('shuts out whoever signs in, or changes the password, with the old one at the same moment', async () => {
    const noor = await createAccount('Noor')
    const secret = await resetLink(noor.id)
    const old = await signIn({ email: noor.email, password: PASSWORD }, asked)
    if (old.outcome !== 'accepted') throw new Error('The old password is the right one here.')
    const { passwordHash } = old
    const meanwhile: Promise<unknown>[] = []
    await transact(async (tx) => {
      await lockRow(tx, 'user', noor.id)
      meanwhile.push(resetPassword(secret, NEW, asked))
      await somebodyWaits()
      meanwhile.push(auth().createSession(noor.id, { device: '', passwordHash }))
      await somebodyWaits(2)
      meanwhile.push(changePassword(noor, { currentPassword: PASSWORD, password: 'stolen paper stairs' }, 'mine', now))
      await somebodyWaits(3)
    })
    await Promise.all(meanwhile)
    expect(await db().session.count()).toBe(0)
    expect(await outcomeOf(noor.email, NEW)).toBe('accepted')
  })

  test('confirms the address: a sign-up becomes a trainee, somebody invited keeps the roles of the invitation', async () => {
    const noor = await createAccount('Noor', { isConfirmed: false, roles: [] })
    const imre = await createAccount('Imre', { isConfirmed: false, hasPassword: false, roles: ['supervisor'] })
    for (const { id } of [noor, imre]) await resetPassword(await resetLink(id), NEW, asked)
    expect(await roles(noor.id)).toEqual(['trainee'])
    expect(await roles(imre.id)).toEqual(['supervisor'])
    expect(await outcomeOf(imre.email, NEW)).toBe('accepted')
  })

  test('takes an account back from somebody who had signed up with its address before', async () => {
    const noor = await createAccount('Noor', { isConfirmed: false, roles: [] })
    await resetPassword(await resetLink(noor.id), NEW, asked)
    expect(await outcomeOf(noor.email, PASSWORD)).toBe('refused')
  })
})

describe('a change of password', () => {
  test('needs the current one', async () => {
    const noor = await createAccount('Noor')
    const passwords = { currentPassword: 'not this one', password: NEW }
    expect(await changePassword(noor, passwords, 'mine', now)).toBe(false)
    expect(await outcomeOf(noor.email, PASSWORD)).toBe('accepted')
  })

  test('ends every session but the one that asks, and tells the person', async () => {
    const noor = await createAccount('Noor')
    const ada = await createAccount('Ada')
    await createSession(noor.id, hashSecret('mine'))
    await createSession(noor.id, hashSecret('left at the ward'))
    await createSession(ada.id, hashSecret('ada'))
    expect(await changePassword(noor, { currentPassword: PASSWORD, password: NEW }, 'mine', now)).toBe(true)
    const left = (await db().session.findMany()).map(({ id }) => id)
    expect(left.sort()).toEqual([hashSecret('mine'), hashSecret('ada')].sort())
    expect(await mailsFor(noor.email)).toEqual(['password-changed'])
    expect(await outcomeOf(noor.email, NEW)).toBe('accepted')
  })
})
