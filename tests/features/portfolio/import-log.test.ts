import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { addDays } from '#app/domain/portfolio/days.ts'
import { importLog, tryImport } from '#app/features/portfolio/import-log.server.ts'
import { logTemplate } from '#app/features/portfolio/log-template.server.ts'
import { createAccount, now } from '#tests/support/accounts.ts'
import { signed, treatment } from '#tests/support/portfolio.ts'
import { createSupervisor, keep } from '#tests/support/supervision.ts'

const HEADER = 'kind,date,start,minutes,mode,supervisees,cases,supervisor,taken_away'

let noor: Actor
let supervisorId: string
let caseId: string
let code: string

beforeEach(async () => {
  noor = await createAccount('Noor')
  supervisorId = (await createSupervisor('Sunniva')).id
  caseId = await keep(noor, 'case', treatment)
  const entry = await db().portfolioEntry.findUniqueOrThrow({ where: { id: caseId }, select: { code: true } })
  code = entry.code ?? ''
})

const supervision = (on: string, changes: { minutes?: string; takenAway?: string; supervisor?: string } = {}) => {
  const { minutes = '60', takenAway = 'To slow down before asking why.', supervisor = 'sunniva' } = changes
  return `supervision,${on},16:00,${minutes},individual,,${code},${supervisor},${takenAway}`
}

const session = (on: string, minutes = '50') => `session,${on},,${minutes},,,${code},,`
const log = (...lines: string[]) => [HEADER, ...lines].join('\n')
const kept = () => db().portfolioEntry.count({ where: { ownerId: noor.id } })

/** Five hundred days of supervision, one a day. */
const long = () => Array.from({ length: 500 }, (_, index) => supervision(addDays('2025-01-01', index)))

describe('the import of an earlier log', () => {
  test('keeps supervision and the sessions of a case, and says beforehand what they come to', async () => {
    const text = log(supervision('2026-10-05'), session('2026-03-09'), session('2026-03-16'))
    const tried = await tryImport(noor, text, now)
    expect(tried).toMatchObject({ faults: [], supervision: 1, sessions: 2, voided: [] })
    expect(await kept()).toBe(1)
    await importLog(noor, text, now)
    expect(await kept()).toBe(2)
    const version = await db().portfolioVersion.findFirstOrThrow({ where: { entryId: caseId, number: 2 } })
    expect(version.body).toMatchObject({
      sessions: [{ on: '2026-03-02' }, { on: '2026-03-09' }, { on: '2026-03-16' }],
    })
    expect(await db().auditEntry.count({ where: { actorId: noor.id, action: 'portfolio.imported' } })).toBe(1)
  })

  test('names three bad lines among five hundred by their numbers, and changes nothing', async () => {
    const lines = long()
    lines[9] = supervision('2025-01-10', { minutes: 'an hour' })
    lines[99] = supervision('2025-04-10', { supervisor: 'Nobody' })
    lines[499] = 'supervision,2026-05-15,16:00'
    const report = await importLog(noor, log(...lines), now)
    expect(report.faults.map(({ line }) => line)).toEqual([11, 101, 501])
    expect(report.told).toHaveLength(497)
    expect(await kept()).toBe(1)
  })

  test('keeps five hundred lines in one go, and none of them a second time', async () => {
    expect(await importLog(noor, log(...long()), now)).toMatchObject({ faults: [], supervision: 500 })
    expect(await kept()).toBe(501)
    expect((await importLog(noor, log(...long()), now)).faults).toHaveLength(500)
    expect(await kept()).toBe(501)
  })

  test('takes no identifier in: the line is named, with what it found', async () => {
    const text = log(supervision('2026-10-05', { takenAway: 'Call her on 07700 900123 first.' }))
    const { faults } = await importLog(noor, text, now)
    expect(faults).toMatchObject([{ line: 2, message: expect.stringContaining('07700 900123') }])
    expect(await kept()).toBe(1)
  })

  test.each([
    ['a session that lies ahead', () => supervision('2099-01-01'), 'ahead'],
    ['twenty-five hours of supervision', () => supervision('2026-10-05', { minutes: '1500' }), '25 hours'],
    ['a day that no calendar has', () => session('2026-02-30'), 'is not a day'],
    ['a session before its case began', () => session('2020-01-01'), 'The case began'],
    ['another kind', () => 'lunch,2026-10-05,,60,,,,,', 'neither'],
    ['a case of somebody else', () => 'session,2026-10-05,,50,,,ZZ-99,,', 'ZZ-99'],
  ])('refuses %s', async (_, line, says) => {
    const { faults } = await tryImport(noor, log(line()), now)
    expect(faults).toMatchObject([{ line: 2, message: expect.stringContaining(says) }])
  })

  test('sees what overlaps within the log itself, and a day of a case that is there twice', async () => {
    const text = log(supervision('2026-10-05'), supervision('2026-10-05'), session('2026-03-09'), session('2026-03-09'))
    const { faults } = await tryImport(noor, text, now)
    expect(faults.map(({ line }) => line)).toEqual([3, 5])
  })

  test('says which countersignature would be void', async () => {
    await signed(caseId, supervisorId)
    expect(await tryImport(noor, log(session('2026-03-09')), now)).toMatchObject({ voided: [code] })
  })

  test.each([
    ['no names of columns', 'supervision,2026-10-05', 'It lacks'],
    ['a quotation mark that is never closed', `${HEADER}\nsupervision,"2026-10-05`, 'quotation mark'],
    ['nothing', '', 'It lacks'],
  ])('answers %s', async (_, text, says) => {
    expect((await tryImport(noor, text, now)).faults).toMatchObject([{ message: expect.stringContaining(says) }])
  })

  test('reads what spreadsheets write: semicolons, quotation marks, and days with the day first', async () => {
    const text = `kind;date;minutes;cases\r\n"session";"9/3/2026";"50";"${code}"\r\n`
    expect(await tryImport(noor, text, now)).toMatchObject({ faults: [], sessions: 1 })
  })

  test('has a template with the codes and supervisors of its owner, which asks only for the days', async () => {
    const template = await logTemplate(noor)
    expect(template).toBe(
      `${HEADER}\r\nsupervision,,16:00,60,individual,,${code},Sunniva,\r\nsession,,,50,,,${code},,\r\n`,
    )
    const filled = template
      .replace('supervision,,', 'supervision,2026-10-05,')
      .replace('Sunniva,', 'Sunniva,To slow down.')
      .replace('session,,', 'session,2026-03-09,')
    expect(await tryImport(noor, filled, now)).toMatchObject({ faults: [], supervision: 1, sessions: 1 })
  })
})
