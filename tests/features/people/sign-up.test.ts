import { describe, expect, test } from 'vitest'
import { issueToken } from '#app/auth/tokens.server.ts'
import { countQueries, db, transact } from '#app/db/client.server.ts'
import { confirmEmail, sendConfirmationAgain } from '#app/features/people/confirm-email.server.ts'
import { signUp, signUpForm } from '#app/features/people/sign-up.server.ts'
import { auditedActions, createAccount, mailsFor, now, PASSWORD } from '#tests/support/accounts.ts'

const asked = { now, requestId: 'test' }

const fields = {
  name: 'Noor Haddad',
  email: 'Noor@People.example ',
  password: 'green paper stairs',
  profession: 'nurse',
  regulator: 'NMC',
  registrationNumber: '18A1234E',
  timeZone: 'Europe/London',
  region: 'IE',
}

const form = (changes: Partial<typeof fields> = {}) => signUpForm.parse({ ...fields, ...changes })
const faults = (changes: Record<string, string>) =>
  signUpForm.safeParse({ ...fields, ...changes }).error?.issues.map(({ path }) => path[0])

describe('signing up', () => {
  test('makes an account that waits for its address to be confirmed and holds no role', async () => {
    await signUp(form(), asked)
    const user = await db().user.findFirstOrThrow({ include: { roleGrants: true } })
    expect(user).toMatchObject({ email: 'noor@people.example', region: 'IE', emailConfirmedAt: null, roleGrants: [] })
    expect(await mailsFor('noor@people.example')).toEqual(['confirm-email'])
    expect(await auditedActions()).toEqual(['account.signed_up'])
  })

  test('with an address that is taken changes nothing, and tells its owner by mail', async () => {
    const noor = await createAccount('Noor')
    const before = await db().user.findFirst()
    await signUp(form({ name: 'Somebody Else' }), asked)
    expect(await db().user.findMany()).toEqual([before])
    expect(await mailsFor(noor.email)).toEqual(['account-exists'])
  })

  test('asks the database the same for a known address as for a new one', async () => {
    await createAccount('Noor')
    const known = await countQueries(() => signUp(form(), asked))
    const unknown = await countQueries(() => signUp(form({ email: 'ada@people.example' }), asked))
    expect(known.queries()).toBe(unknown.queries())
    expect(known.result).toEqual(unknown.result)
  })

  test('twice at the same moment makes one account', async () => {
    await Promise.all([signUp(form(), asked), signUp(form(), asked), signUp(form(), asked)])
    expect(await db().user.count()).toBe(1)
    expect((await mailsFor('noor@people.example')).sort()).toEqual([
      'account-exists',
      'account-exists',
      'confirm-email',
    ])
  })

  test('names every fault at once, the password’s too', () => {
    expect(
      faults({
        name: ' ',
        email: 'noor',
        password: 'short',
        profession: 'king',
        regulator: '',
        timeZone: 'Mars/Base',
        region: 'XX',
      }),
    ).toEqual(['name', 'profession', 'regulator', 'timeZone', 'region', 'email', 'password'])
  })

  test('refuses a name that would break the lines of a mail', () => {
    expect(faults({ name: 'Noor\r\nBcc: all@people.example' })).toEqual(['name'])
  })
})

describe('confirming an address', () => {
  const shown = (email: string, password = PASSWORD) => ({ email, password })
  const waiting = async () => {
    const noor = await createAccount('Noor', { isConfirmed: false, roles: [] })
    return { noor, secret: await transact((tx) => issueToken(tx, noor.id, 'confirm_email', now)) }
  }

  test('makes whoever signed up a trainee', async () => {
    const { noor, secret } = await waiting()
    expect(await confirmEmail(secret, shown(noor.email), asked)).toMatchObject({ outcome: 'accepted', userId: noor.id })
    expect(await db().user.findFirst({ where: { id: noor.id } })).toMatchObject({ emailConfirmedAt: now })
    expect(await db().roleGrant.findMany()).toMatchObject([{ userId: noor.id, role: 'trainee', endsAt: null }])
  })

  test('by two links at the same moment grants one role', async () => {
    const { noor, secret } = await waiting()
    const other = await transact((tx) => issueToken(tx, noor.id, 'confirm_email', now))
    await Promise.all([secret, other, secret].map((link) => confirmEmail(link, shown(noor.email), asked)))
    expect(await db().roleGrant.count()).toBe(1)
    expect((await auditedActions()).filter((action) => action === 'account.confirmed')).toHaveLength(1)
  })

  test('fails for a link that is made up, and without the password that was chosen with the address, and changes nothing', async () => {
    const { noor, secret } = await waiting()
    expect(await confirmEmail('made-up', shown(noor.email), asked)).toEqual({ outcome: 'unconfirmed' })
    expect(await confirmEmail(secret, shown(noor.email, 'what its owner guesses'), asked)).toEqual({
      outcome: 'refused',
    })
    expect(await db().user.count({ where: { emailConfirmedAt: { not: null } } })).toBe(0)
    expect(await db().roleGrant.count()).toBe(0)
  })
})

describe('asking for the mail again', () => {
  test('sends it to an account that waits, and asks the same of the database for all others', async () => {
    const noor = await createAccount('Noor', { isConfirmed: false })
    const ada = await createAccount('Ada')
    const invited = await createAccount('Imre', { isConfirmed: false, hasPassword: false })
    const addresses = [noor.email, ada.email, invited.email, 'nobody@people.example']
    const counts: number[] = []
    for (const email of addresses) counts.push((await countQueries(() => sendConfirmationAgain(email, now))).queries())
    expect(new Set(counts).size).toBe(1)
    expect(await mailsFor(noor.email)).toEqual(['confirm-email'])
    expect(await db().notice.count()).toBe(1)
  })
})
