import { beforeEach, describe, expect, test } from 'vitest'
import { publishContent } from '#app/content/publish.server.ts'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { noticeText } from '#app/features/notices/kinds.ts'
import { chooseMails } from '#app/features/notices/own-notices.server.ts'
import { remindMonthly } from '#app/features/pathway/remind-monthly.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { contentFolder } from '#tests/support/content-folder.ts'
import { askedSession, clipFor, createSupervisor, keep, treatment } from '#tests/support/supervision.ts'

let noor: Actor
let imre: Actor

beforeEach(async () => {
  await publishContent(await contentFolder(), now)
  noor = await createAccount('Noor')
  imre = await createSupervisor('Imre')
})

/** A recording that has to be destroyed in this December. */
async function recording(owner = noor) {
  const caseId = await keep(owner, 'case', { ...treatment, endedOn: '2026-10-30' })
  return keep(owner, 'clip', clipFor(imre.id, { destroyBy: '2026-12-20' }), caseId)
}

const december = new Date('2026-12-01T09:00:00Z')
const notices = ({ id: userId }: Actor) =>
  db().notice.findMany({ where: { userId, kind: 'due-this-month' }, orderBy: { createdAt: 'asc' } })
const textOf = async (person: Actor) => noticeText('due-this-month', (await notices(person))[0]?.params as never)

describe('once a month', () => {
  test('whoever has something due is told what, in one mail', async () => {
    await recording()
    await askedSession(noor, imre)
    expect(await remindMonthly(december)).toBe(1)
    expect(await notices(noor)).toMatchObject([{ mailState: 'queued' }])
    expect(await textOf(noor)).toEqual({
      title: 'What is due in December 2026',
      body: [
        'This is what is due in December 2026:',
        '– One recording has to be destroyed by 20 December 2026. Say on the page of the clip when it is done.',
        '– One entry has waited for a supervisor’s signature since 2 November 2026.',
      ].join('\n'),
      path: '/portfolio',
      linkLabel: 'Open your portfolio',
    })
  })

  test('nobody is told that nothing is due', async () => {
    await keep(noor, 'case', { ...treatment, endedOn: '2026-10-30' })
    expect(await remindMonthly(december)).toBe(0)
    expect(await db().notice.count({ where: { kind: 'due-this-month' } })).toBe(0)
  })

  test('the job run again, or twice at once, tells nobody twice; the next month does', async () => {
    await recording()
    await Promise.all([remindMonthly(december), remindMonthly(december)])
    await remindMonthly(new Date('2026-12-31T12:00:00Z'))
    expect(await notices(noor)).toHaveLength(1)
    await remindMonthly(new Date('2027-01-02T12:00:00Z'))
    expect(await notices(noor)).toHaveLength(2)
    expect(await db().monthlyReminder.count({ where: { userId: noor.id } })).toBe(2)
  })

  test('a month that was looked through is not looked through again for what came later', async () => {
    await keep(noor, 'case', { ...treatment, endedOn: '2026-10-30' })
    await remindMonthly(december)
    await recording()
    expect(await remindMonthly(new Date('2026-12-05T12:00:00Z'))).toBe(0)
  })

  test('who refused these mails finds it on the notices page alone', async () => {
    await recording()
    await chooseMails(noor, ['clip-rated'])
    await remindMonthly(december)
    expect(await notices(noor)).toMatchObject([{ mailState: 'none' }])
  })

  test('somebody else’s portfolio is told to nobody else', async () => {
    await recording()
    const ada = await createAccount('Ada')
    await remindMonthly(december)
    expect(await notices(ada)).toEqual([])
    expect(await notices(imre)).toEqual([])
  })
})

describe('the calendar', () => {
  test('is that of the person: the month begins in Auckland before it does in London', async () => {
    const zoe = await createAccount('Zoe')
    await db().user.update({ where: { id: zoe.id }, data: { timeZone: 'Pacific/Auckland' } })
    await recording()
    await recording(zoe)
    await remindMonthly(new Date('2026-11-02T12:00:00Z'))
    expect(await remindMonthly(new Date('2026-11-30T19:00:00Z'))).toBe(1)
    expect(await notices(zoe)).toHaveLength(1)
    expect(await notices(noor)).toEqual([])
    expect(await remindMonthly(december)).toBe(1)
  })

  test('nobody is woken: on the first day it waits for the morning', async () => {
    await recording()
    await db().monthlyReminder.createMany({
      data: [noor, imre].map(({ id: userId }) => ({ userId, month: '2026-11', items: 0, madeAt: now })),
    })
    expect(await remindMonthly(new Date('2026-12-01T06:59:00Z'))).toBe(0)
    expect(await remindMonthly(new Date('2026-12-01T07:00:00Z'))).toBe(1)
  })
})

test('a supervisor is told that the approval ends, and so is whoever named them; not where another one follows', async () => {
  await db().supervisorApproval.updateMany({ where: { userId: imre.id }, data: { endsOn: new Date('2026-12-15') } })
  await keep(noor, 'case', { ...treatment, endedOn: '2026-10-30' })
  await keep(noor, 'clip', clipFor(imre.id, { destroyBy: '2028-01-01' }))
  expect(await remindMonthly(december)).toBe(2)
  expect(await textOf(imre)).toMatchObject({ body: expect.stringContaining('15 December 2026'), path: '/supervision' })
  expect((await textOf(noor)).body).toContain('The approval of Imre as a supervisor ends on 15 December 2026.')

  await db().monthlyReminder.deleteMany()
  const next = { startsOn: new Date('2026-12-16'), approvedById: imre.id, approvedAt: now }
  await db().supervisorApproval.create({ data: { userId: imre.id, ...next } })
  expect(await remindMonthly(december)).toBe(0)
})
