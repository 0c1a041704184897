import { beforeEach, describe, expect, test } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { noticeText } from '#app/features/notices/kinds.ts'
import { changeOwnApplication } from '#app/features/pathway/apply.server.ts'
import { remindMonthly } from '#app/features/pathway/remind-monthly.server.ts'
import { remindRenewals } from '#app/features/pathway/remind-renewals.server.ts'
import { createAccount, mailsFor, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { development } from '#tests/support/portfolio.ts'
import { decideAt, happened, openApplication, RENEWED_PATHWAY, renew } from '#tests/support/renewals.ts'
import { awardStatus, signStatus } from '#tests/support/statuses.ts'
import { keep } from '#tests/support/supervision.ts'

let noor: Actor
let grace: Actor
let status: string

beforeEach(async () => {
  await publishContent(await contentFolder({ 'pathways/practitioner.yaml': RENEWED_PATHWAY }), now)
  noor = await createAccount('Noor')
  grace = await createAccount('Grace', { roles: ['accreditation_staff'] })
  status = await awardStatus(noor, grace)
})

/** It ends on 1 November 2031. */
const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00Z`)
const notices = (kind = 'renewal-due') =>
  db().notice.findMany({ where: { userId: noor.id, kind }, orderBy: { createdAt: 'asc' } })
const kept = async () =>
  (await db().renewalReminder.findMany({ orderBy: { monthsAhead: 'desc' } })).map(({ monthsAhead }) => monthsAhead)

describe('the holder is told', () => {
  test('twelve, six, three and one months ahead, each once', async () => {
    for (const day of [
      '2030-10-31',
      '2030-11-01',
      '2030-11-02',
      '2031-05-01',
      '2031-08-01',
      '2031-10-01',
      '2031-10-30',
    ])
      await remindRenewals(at(day))
    expect(await kept()).toEqual([12, 6, 3, 1])
    expect((await notices()).map(({ createdAt }) => createdAt.toISOString().slice(0, 10))).toEqual([
      '2030-11-01',
      '2031-05-01',
      '2031-08-01',
      '2031-10-01',
    ])
    expect((await mailsFor(noor.email)).filter((kind) => kind === 'renewal-due')).toHaveLength(4)
  })

  test('what the renewal still takes, and from when to when it can be applied for', async () => {
    await keep(noor, 'cpd', { ...development, on: '2028-01-01', hours: 1 })
    await remindRenewals(at('2030-11-01'))
    expect(noticeText('renewal-due', (await notices())[0]?.params as never)).toEqual({
      title: 'Your status “Practitioner” ends on 1 November 2031',
      body: [
        'You can apply for its renewal from 1 November 2030 to 1 February 2032. Renewed early it loses nothing: the next term begins where this one ends.',
        'Its renewal still takes:',
        '– Hours since: 1 more hour',
        '– Registration: the check by accreditation staff',
      ].join('\n'),
      path: '/progress/application',
      linkLabel: 'See your status',
    })
  })

  test('once by two runs at the same instant', async () => {
    const ran = await Promise.all([remindRenewals(at('2030-11-01')), remindRenewals(at('2030-11-01'))])
    expect(ran.toSorted()).toEqual([0, 1])
    expect(await notices()).toHaveLength(1)
  })

  test('after a time in which nothing ran by the latest alone; the earlier ones are passed over', async () => {
    expect(await remindRenewals(at('2031-08-20'))).toBe(1)
    expect(await remindRenewals(at('2031-08-21'))).toBe(0)
    expect(await kept()).toEqual([3])
  })

  test('in the morning where they live', async () => {
    await db().user.update({ where: { id: noor.id }, data: { timeZone: 'Pacific/Auckland' } })
    expect(await remindRenewals(at('2030-10-31', '17:30'))).toBe(0)
    expect(await remindRenewals(at('2030-10-31', '18:30'))).toBe(1)
  })
})

describe('nobody is told', () => {
  test('of a status that was revoked, that was renewed, or that has ended', async () => {
    expect(await remindRenewals(at('2031-11-02'))).toBe(0)
    const ada = await createAccount('Ada')
    await happened(await signStatus(await awardStatus(ada, grace), { number: 'S-9' }), 'revoked')
    await renew(noor, status, at('2030-11-01'))
    await decideAt(grace, await openApplication(noor), 'yes', at('2030-11-02'))
    expect(await remindRenewals(at('2031-05-01'))).toBe(0)
  })

  test('who has handed the renewal in, until it is withdrawn', async () => {
    await renew(noor, status, at('2030-11-01', '01:00'))
    expect(await remindRenewals(at('2030-11-01'))).toBe(0)
    await changeOwnApplication(noor, { intent: 'withdraw' }, at('2030-12-01'))
    expect(await remindRenewals(at('2030-12-02'))).toBe(1)
  })

  test('the same a second time by the mail of the month', async () => {
    await remindRenewals(at('2030-11-01'))
    await remindMonthly(at('2030-11-01'))
    await remindMonthly(at('2031-11-01'))
    expect(await notices('due-this-month')).toEqual([])
  })
})

test('the mail of the month says that a status has ended and how long it can still be renewed', async () => {
  await remindMonthly(at('2031-12-01'))
  expect(noticeText('due-this-month', (await notices('due-this-month'))[0]?.params as never).body).toContain(
    'Your status “Practitioner” ended on 1 November 2031. It can still be renewed until 1 February 2032.',
  )
})
