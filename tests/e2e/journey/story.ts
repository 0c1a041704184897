import type { Page } from '@playwright/test'
import { expect, type Fixtures } from '../support/test.ts'

/** What every chapter of a story needs. */
export type Story = Pick<Fixtures, 'openBrowser' | 'expectRefusal'> & {
  trainee: Newcomer
  /** Looks a page over before the story goes on. Does nothing where no script runs. */
  lookOver(page: Page): Promise<void>
}

export type Newcomer = { name: string; email: string; password: string }

const NAMES: Record<string, string> = { wide: 'Zofia Łukasiewicz', phone: 'Đặng Thị Hạnh' }

/** Somebody who has never been here: another person for each project and each run. */
export const newcomer = (project: string, story: string): Newcomer => ({
  name: `${NAMES[project] ?? 'Ọláyínká Adébáyọ̀'} ${story}`,
  email: `newcomer.${project}.${story.toLowerCase()}.${Date.now()}@stance.example`,
  password: 'four quiet herons at noon',
})

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** Opens a place of the main navigation, which is a column on a wide page and a bar on a phone. */
export async function goTo(page: Page, place: string | RegExp) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
  await expect(heading(page, place)).toBeVisible()
}
