import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { CLIP_DOMAIN_IDS } from '#app/domain/portfolio/clip-domains.ts'
import { answerField, FRESH_LINK, reasonField, SIGN_THE_REST } from '#app/features/portfolio/answer-fields.ts'
import { withdrawRequest } from '#app/features/portfolio/ask-countersign.server.ts'
import { levelField } from '#app/features/portfolio/rating-fields.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { ask, statementsOf } from '#tests/support/built-app.ts'
import { writeInto } from '#tests/support/kept-forms.ts'
import {
  askedSession,
  clipFor,
  correctSession,
  createSupervisor,
  keep,
  mailedCode,
  mailedLink,
  sessionWith,
} from '#tests/support/supervision.ts'

let noor: Actor
let imre: Actor

beforeEach(async () => {
  noor = await createAccount('Noor')
  imre = await createSupervisor('Imre')
})

const page = async (address: string, as?: Actor) => (await ask(address, { ...(as && { as }) })).text()

describe('what waits for a supervisor', () => {
  test('is what was put before them, and nothing else of anybody', async () => {
    await askedSession(noor, imre, { takenAway: 'Ask before explaining.' })
    await keep(noor, 'supervision', sessionWith(imre.id, { on: '2026-10-06', takenAway: 'Never asked for.' }))
    const kerstin = await createSupervisor('Kerstin')
    await askedSession(await createAccount('Sol'), kerstin, { takenAway: 'Before Kerstin.' })
    const html = await page('/supervision', imre)
    expect(html).toContain('Ask before explaining.')
    expect(html).not.toMatch(/Never asked for|Before Kerstin/)
    expect(await page(`/supervision/${noor.id}`, imre)).not.toContain('Never asked for')
  })

  test('is answered in one form, and what was chosen and typed is kept when something is wrong', async () => {
    const first = await askedSession(noor, imre)
    const second = await askedSession(noor, imre, { on: '2026-10-12' })
    const form = { [answerField(first.requestId)]: 'signed', [answerField(second.requestId)]: 'refused' }
    const refused = await ask('/supervision', { as: imre, form })
    const html = await refused.text()
    expect(refused.status).toBe(400)
    expect(html).toContain('Write why you refuse it.')
    expect(html).toMatch(
      new RegExp(`name="${answerField(first.requestId)}"[^>]*checked=""[^>]*value="signed"|value="signed"[^>]*checked`),
    )
    expect(await db().countersigning.count({ where: { answer: null } })).toBe(2)
    // Enter on an answer presses the first button, which signs nothing.
    expect(html).toMatch(/<form[^>]*action="\/supervision"[^>]*><button[^>]*formMethod="dialog"/)

    const whole = { ...form, [reasonField(second.requestId)]: 'We did not meet on that day.' }
    expect((await ask('/supervision', { as: imre, form: whole })).status).toBe(302)
    expect(await page('/portfolio/countersigning', noor)).toContain('We did not meet on that day.')
    expect(await page(`/supervision/${noor.id}`, imre)).toContain('We did not meet on that day.')
  })

  test('is chosen to be signed at once wherever nothing else was chosen, and nothing is sent by that', async () => {
    const ids = [await askedSession(noor, imre), await askedSession(noor, imre, { on: '2026-10-12' })].map(
      ({ requestId }) => requestId,
    )
    const [first = '', second = ''] = ids
    const reason = 'We did not meet on that day.'
    const form = { intent: SIGN_THE_REST, [answerField(first)]: 'refused', [reasonField(first)]: reason }
    const link = `/countersign/${await mailedLink(imre, new Date())}`
    for (const [address, as] of [
      ['/supervision', { as: imre }],
      [link, {}],
    ] as const) {
      const html = await (await ask(address, { ...as, form: { ...form, [answerField(second)]: '' } })).text()
      const checked = [...html.matchAll(/<input[^>]*checked=""[^>]*>/g)].map(([input]) => input)
      expect(checked).toEqual([
        expect.stringMatching(new RegExp(`name="${answerField(first)}"[^>]*value="refused"`)),
        expect.stringMatching(new RegExp(`name="${answerField(second)}"[^>]*value="signed"`)),
      ])
      expect(html).toContain(reason)
      expect(html).toContain('“Sign it” is chosen for 1 more entry')
    }
    expect(await db().countersigning.count({ where: { answer: null } })).toBe(2)
  })

  test.each([
    [{}, 'Nothing is chosen yet'],
    [{ 'answer-x': 'signed' }, 'Nothing is chosen yet'],
    [{ 'answer-00000000-0000-7000-8000-000000000000': 'maybe' }, 'Nothing is chosen yet'],
  ])('is not answered by %j', async (form, says) => {
    await askedSession(noor, imre)
    const answer = await ask('/supervision', { as: imre, form })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(says)
  })

  test('is not read any more once it was taken back or corrected, and a signature that went is shown on both sides', async () => {
    const asked = await askedSession(noor, imre, { takenAway: 'Taken back.' })
    await withdrawRequest(noor, asked.entryId, now)
    const signed = await askedSession(noor, imre, { on: '2026-10-12' })
    await ask('/supervision', { as: imre, form: { [answerField(signed.requestId)]: 'signed' } })
    await correctSession(noor, signed.entryId, sessionWith(imre.id, { on: '2026-10-12', minutes: 90 }))
    const html = await page(`/supervision/${noor.id}`, imre)
    expect(html).not.toContain('Taken back.')
    expect(html).toContain('Signature void: corrected')
    expect(await page('/portfolio/countersigning', noor)).toContain('went with a correction')
  })

  test('costs the same with one entry as with 13', async () => {
    await askedSession(noor, imre)
    const costs = async () => {
      const pages = ['/supervision', `/supervision/${noor.id}`, `/supervision/${noor.id}/statement`]
      const answers = await Promise.all(pages.map((address) => ask(address, { as: imre })))
      return [...answers, await ask('/portfolio/countersigning', { as: noor })].map(statementsOf)
    }
    const few = await costs()
    for (let day = 1; day <= 12; day++) await askedSession(noor, imre, { on: `2026-09-${10 + day}` })
    expect(await costs()).toEqual(few)
    expect(Math.max(...few)).toBeLessThanOrEqual(3)
  })
})

describe('the personal link', () => {
  const whole = async () => {
    const { requestId } = await askedSession(noor, imre, { takenAway: 'Ask before explaining.' })
    const secret = await mailedLink(imre, new Date())
    return { requestId, address: `/countersign/${secret}` }
  }

  test('asks for a code, keeps what was chosen meanwhile, and signs with it', async () => {
    const { requestId, address } = await whole()
    expect(await page(address)).toContain('Send me a code')
    const chosen = { [answerField(requestId)]: 'signed' }
    const sent = await ask(address, { form: { ...chosen, intent: 'code' } })
    const html = await sent.text()
    expect(sent.status).toBe(200)
    expect(html).toContain('We have sent six digits to i…@people.example')
    const code = await mailedCode(imre, new Date())
    expect(html).not.toContain(code)
    const wrong = await ask(address, {
      form: { ...chosen, intent: 'answer', code: code === '111111' ? '222222' : '111111' },
    })
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain('This is not the code that was sent last.')
    expect((await ask(address, { form: { ...chosen, intent: 'answer', code } })).status).toBe(302)
    const after = await page(address)
    expect(after).toContain('Nothing waits behind this link any more')
    expect(after).not.toContain('Ask before explaining.')
  })

  test('sends six codes a day at most', async () => {
    const { requestId, address } = await whole()
    const form = { [answerField(requestId)]: 'signed', intent: 'code' }
    const statuses: number[] = []
    for (let times = 0; times < 7; times++) statuses.push((await ask(address, { form })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429])
  })

  test('says plainly that it is somebody else’s, has expired, or is none', async () => {
    const { requestId, address } = await whole()
    const other = await page(address, noor)
    expect(other).toContain('This link is somebody else’s')
    expect(other).not.toMatch(/Ask before explaining|Imre/)
    const form = { [answerField(requestId)]: 'signed', intent: 'answer', code: '' }
    expect((await ask(address, { as: noor, form })).status).toBe(302)
    await db().supervisorLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await page(address)).toContain('This link has expired')
    expect(await page(`/countersign/${'a'.repeat(32)}`)).toContain('This link does not work')
    expect(await db().countersigning.count({ where: { answer: null } })).toBe(1)
  })

  describe('that has expired', () => {
    const form = { intent: FRESH_LINK }
    const expired = async () => {
      const { requestId, address } = await whole()
      await db().supervisorLink.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } })
      return { requestId, address }
    }
    /** What the page says after a new link was asked for. */
    const askAgain = async (address: string) => {
      const answer = await ask(address, { form })
      expect(answer.headers.get('location')).toBe(address)
      const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
      return /<main.*<\/main>/s.exec(await (await ask(address, { headers: { cookie } })).text())?.[0] ?? ''
    }

    test('reveals nothing when it is opened, not even the address that a new one goes to', async () => {
      const { address } = await expired()
      const html = await page(address)
      expect(html).toContain('Send me a new link')
      expect(html).not.toMatch(/Ask before explaining|Imre|Noor|@people/)
      expect(await db().notice.count({ where: { kind: 'countersigning' } })).toBe(1)
    })

    test('is answered by the same words whether anything waits or not', async () => {
      const { requestId, address } = await expired()
      const waiting = await askAgain(address)
      expect(waiting).toContain('If anything still waits for you, a new link is on its way')
      expect(await db().notice.count({ where: { kind: 'countersigning' } })).toBe(2)
      await db().countersigning.update({ where: { id: requestId }, data: { voidedAt: new Date() } })
      expect(await askAgain(address)).toBe(waiting)
      expect(await db().notice.count({ where: { kind: 'countersigning' } })).toBe(2)
    })

    test('has three new ones a day sent at most', async () => {
      const { address } = await expired()
      const statuses: number[] = []
      for (let times = 0; times < 4; times++) statuses.push((await ask(address, { form })).status)
      expect(statuses).toEqual([302, 302, 302, 429])
    })
  })

  test('shows what was corrected since as such, and nothing that it says', async () => {
    const { address } = await whole()
    const { entryId } = await db().countersigning.findFirstOrThrow()
    await correctSession(noor, entryId, sessionWith(imre.id, { takenAway: 'Something else.' }))
    const html = await page(address)
    expect(html).toContain('Corrected since')
    expect(html).not.toMatch(/Something else|Ask before explaining/)
  })
})

describe('a clip', () => {
  const rated = Object.fromEntries(CLIP_DOMAIN_IDS.map((domain) => [levelField(domain), '4']))
  let clip: string

  beforeEach(async () => {
    clip = await keep(noor, 'clip', clipFor(imre.id))
  })

  const rate = (changes: Record<string, string>, as = imre) =>
    ask(`/supervision/clips/${clip}`, { as, form: { ...rated, version: '1', comment: 'You wait.', ...changes } })

  test('is rated on every domain, with totals of a licensed instrument, and its trainee is told', async () => {
    const totals = { instrument: 'MBT-ACS', 'total-adherence': '4,25', 'total-competence': '' }
    const isKept = await writeInto(imre, 'clip-rating', clip)
    expect((await rate({ ...totals, [levelField('affect-focus')]: 'not-rateable' })).status).toBe(302)
    expect(await isKept()).toBe(false)
    expect(await db().clipRating.findFirst()).toMatchObject({
      ratings: { stance: 4, 'affect-focus': null },
      instrument: 'MBT-ACS',
      totals: { adherence: 4.25 },
    })
    expect(await mailsFor(noor.email)).toEqual(['clip-rated'])
  })

  test.each([
    [{ [levelField('stance')]: '' }, 'Choose a level for'],
    [{ [levelField('stance')]: '8' }, 'Choose a level for'],
    [{ 'total-adherence': '9' }, 'from 1 to 7'],
    [{ 'total-adherence': '4' }, 'Choose the instrument'],
    [{ version: '0' }, 'has changed this clip meanwhile'],
    [
      Object.fromEntries(CLIP_DOMAIN_IDS.map((domain) => [levelField(domain), 'not-rateable'])),
      'Rate one domain at least',
    ],
  ])('is not rated by %j, and the comment is kept', async (changes, says) => {
    const answer = await rate(changes)
    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain(says)
    expect(html).toContain('You wait.')
    expect(await db().clipRating.count()).toBe(0)
  })

  test('of somebody else is not there, and whoever is not approved today rates none', async () => {
    expect((await rate({}, await createSupervisor('Kerstin'))).status).toBe(404)
    await db().supervisorApproval.updateMany({ data: { endsOn: new Date('2026-01-02') } })
    const answer = await rate({})
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('You are not approved as a supervisor today')
  })
})

describe('a statement', () => {
  const said = { work: 'Every fortnight.', strengths: 'Patience.', development: 'Pace.', verdict: 'not-yet', sent: '0' }

  test('goes to the staff; its trainee learns that it was sent, and nowhere what it says', async () => {
    await askedSession(noor, imre)
    const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
    const address = `/supervision/${noor.id}/statement`
    const [once, twice] = [await ask(address, { as: imre, form: said }), await ask(address, { as: imre, form: said })]
    expect([once.status, twice.status]).toEqual([302, 302])
    const { id } = await db().supervisorStatement.findFirstOrThrow()
    expect(await db().supervisorStatement.count()).toBe(1)
    expect(await page(`/accreditation/statements/${id}`, grace)).toContain('Every fortnight.')
    expect(await mailsFor(grace.email)).toEqual(['statement-received'])
    const own = await page('/portfolio/countersigning', noor)
    expect(own).toContain('Imre sent a statement')
    for (const html of [own, await page('/notices', noor)]) expect(html).not.toMatch(/Every fortnight|Not yet|not-yet/)
    expect((await ask(`/accreditation/statements/${id}`, { as: noor })).status).toBe(403)
  })

  test('is not read by staff whom it is about', async () => {
    const both = await createAccount('Both', { roles: ['trainee', 'accreditation_staff'] })
    await askedSession(both, imre)
    await ask(`/supervision/${both.id}/statement`, { as: imre, form: said })
    const { id } = await db().supervisorStatement.findFirstOrThrow()
    expect((await ask(`/accreditation/statements/${id}`, { as: both })).status).toBe(404)
    expect(await mailsFor(both.email)).toEqual(['statement-sent'])
  })

  test('keeps what was typed when something is missing', async () => {
    await askedSession(noor, imre)
    const answer = await ask(`/supervision/${noor.id}/statement`, { as: imre, form: { ...said, verdict: '' } })
    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain('Choose what you recommend.')
    expect(html).toContain('Every fortnight.')
  })
})

describe('approving', () => {
  test('keeps what was typed, beside the field that has to be put right', async () => {
    const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
    const form = {
      intent: 'approve',
      email: 'vera@clinic.example',
      startsOn: '2026-09-01',
      endsOn: '',
      note: 'A reference.',
    }
    const answer = await ask('/accreditation/supervisors', { as: grace, form })
    const html = await answer.text()
    expect(answer.status).toBe(400)
    expect(html).toContain('Write the name, to make one.')
    expect(html).toContain('A reference.')
    const early = await ask('/accreditation/supervisors', { as: grace, form: { ...form, endsOn: '2026-08-31' } })
    expect(await early.text()).toContain('The last day lies before the first.')
  })
})
