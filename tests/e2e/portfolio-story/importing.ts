import type { Page } from '@playwright/test'
import { expect } from '../support/test.ts'
import {
  daysAgo,
  type Group,
  heldDaysAgo,
  LOGGED_BEFORE,
  type Story,
  SUPERVISION_DAYS_AGO,
  SUPERVISION_LOGGED_BEFORE,
} from './story.ts'

const COLUMNS = 'kind,date,start,minutes,mode,supervisees,cases,supervisor,taken_away'
/** The line of the file on which the n-th line below the columns stands. */
const HEADED = 1

/** The log that she kept in a spreadsheet: half of both groups, and most of the supervision. */
function earlierLog(groups: readonly Group[], supervisor: string): string[] {
  const supervision = SUPERVISION_DAYS_AGO.slice(0, SUPERVISION_LOGGED_BEFORE).map(
    (ago, at) =>
      `supervision,${daysAgo(ago)},16:00,60,individual,,${groups.map(({ code }) => code).join(' ')},${supervisor},"What I took away, the ${at + 1}."`,
  )
  const sessions = groups.flatMap((group) =>
    Array.from(
      { length: LOGGED_BEFORE },
      (_, at) => `session,${daysAgo(heldDaysAgo(group, at + 1))},,90,,,${group.code},,`,
    ),
  )
  return [...supervision, ...sessions]
}

/** Three lines of it as a spreadsheet spoils them: a day that is none, somebody nobody approved, a case that nobody has. */
function spoil(lines: readonly string[], supervisor: string, [group]: readonly Group[]) {
  return lines.map((line, at) => {
    if (at === 2) return line.replace(supervisor, 'Somebody Else')
    if (at === 9) return line.replace(/\d{4}-\d\d-\d\d/, '31 February')
    return at === 15 ? line.replace(group?.code ?? '', 'ZZ-99') : line
  })
}

const file = (lines: readonly string[]) => ({
  name: 'log.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([COLUMNS, ...lines].join('\r\n')),
})

/** Three bad lines among many are each named, nothing is kept of the rest, and the good file is kept whole. */
export async function importLog(page: Page, groups: readonly Group[], supervisor: string, { lookOver }: Story) {
  const lines = earlierLog(groups, supervisor)
  await page.goto('/portfolio')
  await page.getByRole('link', { name: 'Import an earlier log' }).click()
  await lookOver(page)
  await page.getByLabel('Or a file').setInputFiles(file(spoil(lines, supervisor, groups)))
  await page.getByRole('button', { name: 'See what it comes to' }).click()
  const report = page.getByRole('region', { name: 'What your log comes to' })
  await expect(report.getByText('3 lines cannot be kept')).toBeVisible()
  for (const [at, why] of [
    [2, 'not an approved supervisor'],
    [9, 'is not a day'],
    [15, 'ZZ-99'],
  ] as const)
    await expect(
      report
        .getByRole('listitem')
        .filter({ hasText: `Line ${at + 1 + HEADED}:` })
        .first(),
    ).toContainText(why)
  await expect(report.getByRole('button', { name: 'Keep all of it' })).toHaveCount(0)
  await lookOver(page)

  await page.getByLabel('Or a file').setInputFiles(file(lines))
  await page.getByRole('button', { name: 'See what it comes to' }).click()
  await expect(report.getByText('This can be kept: 6 sessions of supervision and 24 sessions of cases.')).toBeVisible()
  await lookOver(page)
  await report.getByRole('button', { name: 'Keep all of it' }).click()
  await expect(page.getByText('Kept: 6 sessions of supervision and 24 sessions of cases.')).toBeVisible()
  await lookOver(page)
}
