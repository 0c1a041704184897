import { describe, expect, test } from 'vitest'
import { countQueries, transact } from '#app/db/client.server.ts'
import { notify, sendAccountMail } from '#app/db/notices.server.ts'
import { chooseMails, markAllRead, readMailChoices, readOwnNotices } from '#app/features/notices/own-notices.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'

const params = { vignetteTitle: 'The locked door', path: '/vignettes/the-locked-door/attempts/1' } as const

describe('one’s own notices', () => {
  test('hold neither anybody else’s nor mails about the account', async () => {
    const [noor, ada] = [await createAccount('Noor'), await createAccount('Ada')]
    await transact(async (tx) => {
      await notify(tx, { userId: noor.id, kind: 'attempt-submitted', params, now })
      await notify(tx, { userId: ada.id, kind: 'feedback-released', params, now })
      await sendAccountMail(tx, { userId: noor.id, kind: 'password-changed', params: {}, now })
    })
    const { result, queries } = await countQueries(() => readOwnNotices(noor, 1))
    expect(result.notices.map(({ title }) => title)).toEqual(['Your answer has arrived'])
    expect(queries()).toBe(1)
  })

  test('are all read at once, and those of others stay as they are', async () => {
    const [noor, ada] = [await createAccount('Noor'), await createAccount('Ada')]
    for (const { id: userId } of [noor, ada])
      await transact((tx) => notify(tx, { userId, kind: 'attempt-submitted', params, now }))
    await markAllRead(noor, now)
    expect((await readOwnNotices(noor, 1)).notices[0]?.readAt).toEqual(now)
    expect((await readOwnNotices(ada, 1)).notices[0]?.readAt).toBeNull()
  })
})

describe('the choice of mails', () => {
  test('offers the kinds that can reach this person, all of them on', async () => {
    const noor = await createAccount('Noor')
    const grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
    expect((await readMailChoices(noor)).map(({ kind, byEmail }) => [kind, byEmail])).toEqual([
      ['attempt-submitted', true],
      ['feedback-released', true],
      ['certificate-issued', true],
      ['status-issued', true],
      ['deadline-changed', true],
      ['adjustment-changed', true],
      ['appeal-decided', true],
      ['panel-invitation', true],
      ['application-moved', true],
      ['entries-countersigned', true],
      ['entries-returned', true],
      ['clip-rated', true],
      ['statement-sent', true],
      ['training-checked', true],
      ['credential-changed', true],
      ['correction-answered', true],
      ['recordings-due', true],
      ['renewal-due', true],
      ['status-lapsed', true],
      ['due-this-month', true],
      ['session-changed', true],
      ['enrolment-changed', true],
      ['place-offered', true],
      ['place-lapsed', true],
      ['instalment-unpaid', true],
      ['seat-given', true],
      ['seat-changed', true],
    ])
    expect((await readMailChoices(grace)).map(({ kind }) => kind)).toEqual([
      'release-waits',
      'release-returned',
      'concern-raised',
      'appeal-lodged',
      'panel-invitation',
      'application-waits',
      'statement-received',
      'credential-changed',
      'correction-answered',
    ])
  })

  test('can be made and changed', async () => {
    const noor = await createAccount('Noor')
    const wanted = async () => (await readMailChoices(noor)).filter(({ byEmail }) => byEmail).map(({ kind }) => kind)
    await chooseMails(noor, ['feedback-released', 'confirm-email'])
    expect(await wanted()).toEqual(['feedback-released'])
    await chooseMails(noor, ['attempt-submitted'])
    expect(await wanted()).toEqual(['attempt-submitted'])
  })
})
