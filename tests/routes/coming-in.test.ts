import { describe, expect, test } from 'vitest'
import { issueToken } from '#app/auth/tokens.server.ts'
import { db, transact } from '#app/db/client.server.ts'
import { createAccount, now, PASSWORD } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'

const credentials = (email: string, password = PASSWORD) => ({ email, password })

describe('signing in', () => {
  test('starts a session, and leads to the page that was asked for', async () => {
    const noor = await createAccount('Noor')
    const answer = await ask('/sign-in?next=%2Fsettings%2Fsessions', { form: credentials(noor.email) })
    expect(answer.status).toBe(302)
    expect(answer.headers.get('Location')).toBe('/settings/sessions')
    expect(answer.headers.get('Set-Cookie')).toMatch(/^stance=[^;]{20,}; HttpOnly; Path=\/; SameSite=Lax$/)
    expect(await db().session.count()).toBe(1)
  })

  test.each(['https://evil.example', '//evil.example', '/\\evil.example'])('never leads to %s', async (next) => {
    const noor = await createAccount('Noor')
    const answer = await ask(`/sign-in?${new URLSearchParams({ next })}`, { form: credentials(noor.email) })
    expect(answer.headers.get('Location')).toBe('/learn')
  })

  test('is asked for anew when a form comes after the session has ended, and the page says that nothing was sent', async () => {
    const cookie = 'stance=a-session-that-is-over'
    const late = await ask('/settings/keyboard', { form: { letterKeys: 'on' }, headers: { cookie } })
    expect(late.headers.get('Location')).toBe('/sign-in?next=%2Fsettings%2Fkeyboard&done=unsent')
    expect(await (await ask(late.headers.get('Location') ?? '')).text()).toContain('nothing was sent')
    const opened = await ask('/settings/keyboard', { headers: { cookie } })
    expect(opened.headers.get('Location')).toBe('/sign-in?next=%2Fsettings%2Fkeyboard')
    const stranger = await ask('/settings/keyboard', { form: {} })
    expect(stranger.headers.get('Location')).toBe('/sign-in?next=%2Fsettings%2Fkeyboard')
  })

  test('answers an unknown address exactly as it answers a wrong password', async () => {
    await createAccount('Noor')
    const answers = []
    for (const email of ['noor@people.example', 'nobo@people.example']) {
      const answer = await ask('/sign-in', { form: credentials(email, 'not this one') })
      const page = (await answer.text()).replaceAll(email, '').replace(/name="request-id"[^>]*|nonce="[^"]*"/g, '')
      answers.push({ status: answer.status, statements: statementsOf(answer), page })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.status).toBe(400)
    expect(answers[0]?.page).toContain('do not belong together')
  })

  test('is stopped after ten wrong passwords, with the time to wait', async () => {
    const answers: Response[] = []
    for (let count = 0; count < 11; count++)
      answers.push(await ask('/sign-in', { form: credentials('noor@people.example', 'not this one') }))
    expect(answers.at(9)?.status).toBe(400)
    expect(answers.at(10)?.status).toBe(429)
    expect(Number(answers.at(10)?.headers.get('Retry-After'))).toBeGreaterThan(800)
    expect(await answers.at(10)?.text()).toContain('Too many tries')
  })

  test('from another site is refused, and so is a form that does not say where it comes from', async () => {
    const noor = await createAccount('Noor')
    const form = credentials(noor.email)
    for (const origin of ['https://evil.example', 'http://localhost:1', 'null', undefined])
      expect((await ask('/sign-in', { form, headers: { origin } })).status).toBe(403)
    expect(await db().session.count()).toBe(0)
  })

  test('keeps the address that was typed and never the password', async () => {
    const answer = await ask('/sign-in', { form: credentials('noor@people.example', 'kettle-on-the-hob') })
    const page = await answer.text()
    expect(page).toContain('noor@people.example')
    expect(page).not.toContain('kettle-on-the-hob')
  })
})

describe('signing up', () => {
  const form = {
    name: 'Noor Haddad',
    email: 'noor@people.example',
    password: 'green paper stairs',
    profession: 'nurse',
    regulator: 'NMC',
    registrationNumber: '18A1234E',
    timeZone: 'Europe/London',
    region: 'IE',
  }

  test('answers an address that is taken exactly as a new one', async () => {
    const answers = []
    for (let count = 0; count < 2; count++) {
      const answer = await ask('/sign-up', { form })
      answers.push({ status: answer.status, to: answer.headers.get('Location'), statements: statementsOf(answer) })
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toMatchObject({ status: 302, to: '/sign-up?sent' })
  })

  test('on the way to a link leads back to it at the first sign-in, whoever signed up and nobody else of that browser', async () => {
    const claim = '/claim/7kq2'
    const signedUp = await ask(`/sign-up?${new URLSearchParams({ next: claim })}`, { form })
    const sent = signedUp.headers.get('Location') ?? ''
    expect(await (await ask(sent)).text()).toContain('you come back to the page that led you here')
    const wayBack = /stance-way-back=[^;]+/.exec(signedUp.headers.get('Set-Cookie') ?? '')?.[0] ?? ''
    expect(wayBack).not.toContain(form.email)
    const { id } = await db().user.findFirstOrThrow({ select: { id: true } })
    const secret = await transact((tx) => issueToken(tx, id, 'confirm_email', new Date()))
    const confirm = { form: { password: form.password }, headers: { cookie: wayBack } }
    const confirmed = await ask(`/confirm/${secret}`, confirm)
    expect(confirmed.headers.get('Location')).toBe(claim)
    expect(confirmed.headers.get('Set-Cookie')).toContain('stance-way-back=; ')
    const other = await createAccount('Sol')
    const signedIn = async (email: string, cookie: string, password = PASSWORD) =>
      ask('/sign-in', { form: credentials(email, password), headers: { cookie } })
    expect((await signedIn(other.email, wayBack)).headers.get('Location')).toBe('/learn')
    const back = await signedIn(form.email, wayBack, form.password)
    expect(back.headers.get('Location')).toBe(claim)
    expect(back.headers.get('Set-Cookie')).toContain('stance-way-back=; ')
    const elsewhere = wayBack.replace(encodeURIComponent(claim), encodeURIComponent('//evil.example'))
    expect((await signedIn(form.email, elsewhere, form.password)).headers.get('Location')).not.toContain('evil')
  })

  test('offers the region that the browser asks for, and its time zone where it has but one', async () => {
    const offered = async (language: string) => {
      const page = await (await ask('/sign-up', { headers: { 'accept-language': language } })).text()
      return [...page.matchAll(/<option value="([^"]+)" selected/g)].map(([, value]) => value)
    }
    expect(await offered('en-IE,en;q=0.8')).toEqual(['Europe/Dublin', 'IE'])
    expect(await offered('en-US')).toEqual(['US'])
  })

  test('at fault gives back everything typed but the password, with the reason beside its field', async () => {
    const answer = await ask('/sign-up', { form: { ...form, password: 'password123' } })
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain('value="18A1234E"')
    expect(page).toContain('id="password-error"')
    expect(page).not.toContain('password123')
    expect(await db().user.count()).toBe(0)
  })
})

describe('a mailed link', () => {
  test('changes nothing when it is opened, only when its button is pressed', async () => {
    const noor = await createAccount('Noor', { isConfirmed: false, roles: [] })
    const secret = await transact((tx) => issueToken(tx, noor.id, 'confirm_email', new Date()))
    expect(await (await ask(`/confirm/${secret}`)).text()).toContain('Confirm it and sign in')
    expect(await db().roleGrant.count()).toBe(0)
    const answer = await ask(`/confirm/${secret}`, { form: { password: PASSWORD } })
    expect(answer.headers.get('Location')).toBe('/learn')
    expect(await db().roleGrant.count()).toBe(1)
    expect(await db().session.count()).toBe(1)
  })

  test('that confirms an address opens nothing to whoever owns the mailbox and did not choose the password', async () => {
    const noor = await createAccount('Noor', { isConfirmed: false, roles: [] })
    const secret = await transact((tx) => issueToken(tx, noor.id, 'confirm_email', new Date()))
    const answer = await ask(`/confirm/${secret}`, { form: { password: 'what its owner guesses' } })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('not the password that was chosen with this address')
    expect(await db().session.count()).toBe(0)
    expect(await db().roleGrant.count()).toBe(0)
  })

  test('that has expired says so in plain words', async () => {
    const noor = await createAccount('Noor')
    const secret = await transact((tx) => issueToken(tx, noor.id, 'reset_password', new Date(now.getTime() - 1e10)))
    expect(await (await ask(`/reset-password/${secret}`)).text()).toContain('This link no longer works')
  })
})

test('signing out ends the session and clears what the site kept in the browser', async () => {
  const noor = await createAccount('Noor')
  const answer = await ask('/sign-out', { as: noor, form: {} })
  expect(answer.headers.get('Location')).toBe('/sign-in?done=signed-out')
  expect(answer.headers.get('Clear-Site-Data')).toBe('"storage"')
  expect(answer.headers.get('Set-Cookie')).toMatch(/^stance=; .*Max-Age=0/)
  expect(await db().session.count()).toBe(0)
})
