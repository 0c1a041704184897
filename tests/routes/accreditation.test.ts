import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { enrolment, issueAsSeen, type PublishedCourse, publishCourse } from '#tests/support/certificates.ts'

/** The session's own statement is one of them. */
const STATEMENTS = 3

let grace: Actor
let noor: Actor
let stance: PublishedCourse

beforeEach(async () => {
  grace = await createAccount('Grace', { roles: ['accreditation_staff', 'trainee'] })
  noor = await createAccount('Noor')
  stance = await publishCourse()
})

const certificates = () => db().certificate.findMany()
const confirmedIn = (page: string) => [...page.matchAll(/name="confirmed" value="([^"]+)"/g)].map(([, value]) => value)
const preview = async (...ids: string[]) =>
  (await ask(`/accreditation/issue?${new URLSearchParams(ids.map((id) => ['enrolment', id]))}`, { as: grace })).text()

describe('accreditation staff', () => {
  test('tick a person, see the certificate, issue it, and find it among the issued ones', async () => {
    const id = await enrolment(noor, stance)
    expect(await (await ask('/accreditation', { as: grace })).text()).toContain(`name="enrolment" value="${id}"`)
    const seen = await preview(id)
    expect(seen).toContain('Issue 1 certificate')
    const [confirmed = ''] = confirmedIn(seen)

    const answer = await ask('/accreditation/issue', { as: grace, form: { confirmed } })
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/accreditation'])
    const [certificate] = await certificates()
    expect(await (await ask('/accreditation?state=issued', { as: grace })).text()).toContain(certificate?.number)
  })

  test('issue nothing by pressing twice', async () => {
    const [confirmed = ''] = confirmedIn(await preview(await enrolment(noor, stance)))
    await ask('/accreditation/issue', { as: grace, form: { confirmed } })
    const again = await ask('/accreditation/issue', { as: grace, form: { confirmed } })
    expect(again.headers.get('Location')).toBe('/accreditation?state=issued')
    expect(await certificates()).toHaveLength(1)
  })

  test('cannot tick their own, and get no button for it by typing its address', async () => {
    const own = await enrolment(grace, stance)
    expect(await (await ask('/accreditation', { as: grace })).text()).toMatch(/<input type="checkbox"[^>]* disabled=""/)
    const page = await preview(own)
    expect(page).toContain('another officer has to issue it')
    expect(confirmedIn(page)).toEqual([])
  })

  test.each(['', '?enrolment=', '?enrolment=nonsense', `?enrolment=${crypto.randomUUID()}`])(
    'are led back to the list from an address that names nobody: %s',
    async (query) => {
      const answer = await ask(`/accreditation/issue${query}`, { as: grace })
      expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/accreditation'])
    },
  )

  test.each(['', 'nonsense', `${crypto.randomUUID()} `, `${crypto.randomUUID()} x y`])(
    'issue nothing by a form that says “%s”',
    async (confirmed) => {
      const answer = await ask('/accreditation/issue', { as: grace, form: { confirmed } })
      expect(answer.status).toBe(302)
      expect(await certificates()).toEqual([])
    },
  )

  test('cost at most 3 statements a page, with one candidate as with 60', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 60 }, (_, number) => candidate(number)))
    await issueAsSeen(grace, others.slice(0, 5))
    const pages = ['/accreditation', '/accreditation?state=issued', `/accreditation/issue?enrolment=${first}`]
    for (const page of [...pages, `/accreditation/issue?enrolment=${others.slice(5, 45).join('&enrolment=')}`]) {
      const answer = await ask(page, { as: grace })
      expect(answer.status).toBe(200)
      expect(statementsOf(answer)).toBeLessThanOrEqual(STATEMENTS)
    }
  })

  const candidate = async (number: number) => enrolment(await createAccount(`Person${number}`), stance)
})

describe('the other pages', () => {
  test.each(['/accreditation', '/accreditation/issue'])('%s is closed to a trainee', async (address) => {
    expect((await ask(address, { as: noor })).status).toBe(403)
    expect((await ask(address, { as: noor, form: { confirmed: 'x' } })).status).not.toBe(302)
  })

  test('a holder finds the certificate, its file and its address, in two statements', async () => {
    await issueAsSeen(grace, [await enrolment(noor, stance)], now)
    const [certificate] = await certificates()
    const answer = await ask('/certificates', { as: noor })
    const page = await answer.text()
    expect(page).toContain(`href="/certificates/${certificate?.number}.pdf"`)
    expect(page).toContain(`href="/verify/${certificate?.number}"`)
    expect(statementsOf(answer)).toBe(2)
  })

  test('a file is named by its number, belongs to no shared cache, and is sent once', async () => {
    await issueAsSeen(grace, [await enrolment(noor, stance)], now)
    const [certificate] = await certificates()
    const address = `/certificates/${certificate?.number}.pdf`
    const { headers, status } = await ask(address, { as: noor })
    expect(status).toBe(200)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${certificate?.number}.pdf"`,
      'cache-control': 'private, no-cache',
    })
    const known = { 'If-None-Match': headers.get('ETag') ?? '' }
    expect((await ask(address, { as: noor, headers: known })).status).toBe(304)
    expect((await ask(address, { as: await createAccount('Sol'), headers: known })).status).toBe(404)
    expect((await ask(address)).headers.get('Location')).toBe(`/sign-in?next=${encodeURIComponent(address)}`)
  })
})
