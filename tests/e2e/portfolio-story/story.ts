import type { Page } from '@playwright/test'
import { DAY_MS } from '#app/domain/time.ts'
import type { Person } from '../support/people.ts'
import { expect, type Fixtures } from '../support/test.ts'

/** What every chapter needs. */
export type Story = Pick<Fixtures, 'openBrowser' | 'expectRefusal'> & {
  /** Looks a page over before the story goes on, each distinct page once. */
  lookOver(page: Page): Promise<void>
}

const NAMES: Record<string, [nurse: string, supervisor: string]> = {
  wide: ['Concepción Etxeberria-Villanueva', 'Þóra Sigríður Bjarnadóttir'],
  phone: ['Nkechinyere Okwuosa-Featherstonehaugh', 'Wilhelmina van den Heuvel-Oosterhuis'],
}

/** A nurse who trains, and a supervisor elsewhere: others for each project and each run, by name too, since a log goes by names. */
export function nurseAndSupervisor(project: string): [nurse: Person, supervisor: Person] {
  const [nurse, supervisor] = NAMES[project] ?? ['Tamar Gelashvili', 'Ewa Brzęczyszczykiewicz']
  const run = Date.now().toString(36)
  const email = (who: string) => `${who}.${project}.${run}@stance.example`
  return [
    { name: `${nurse} ${run}`, email: email('nurse'), regulator: 'NMC', registrationNumber: '18I4471E' },
    { name: `${supervisor} ${run}`, email: email('supervisor') },
  ]
}

/** A day so many days back, as date fields take it. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)

/** How many sessions each of the two groups has: a week lies between two. */
const SESSIONS = 24

/** A group that the nurse leads. Its days are counted back from today; of its sessions the first is 1. */
export type Group = { code: string; firstDaysAgo: number }

export const heldDaysAgo = ({ firstDaysAgo }: Group, session: number): number => firstDaysAgo - 7 * (session - 1)
export const lastDaysAgo = (group: Group): number => heldDaysAgo(group, SESSIONS)

/** Up to this session of each group, and this one of supervision, all stands in the log that she kept before. */
export const LOGGED_BEFORE = 12
export const SUPERVISION_DAYS_AGO = [178, 164, 150, 136, 122, 108, 94, 80] as const
export const SUPERVISION_LOGGED_BEFORE = 6

/** Opens the newest mail to somebody, once it has arrived, in the development mailbox. */
export async function openMail(page: Page, { email }: Person, subject: RegExp): Promise<void> {
  const mail = page.getByRole('row').filter({ hasText: email }).getByRole('link', { name: subject })
  await expect(async () => {
    await page.goto('/dev/mail')
    await mail.first().click({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
}
