import type { Locator, Page } from '@playwright/test'
import { expect } from '../support/test.ts'

export async function pressByKeyboard(page: Page, name: string | RegExp) {
  await tabTo(page, page.getByRole('button', { name }))
  await page.keyboard.press('Enter')
}

/** Goes on with Tab until it has come there; a page that it cannot be reached on fails. */
export async function tabTo(page: Page, target: Locator) {
  // Looked up once: to name every control of a long page at every stop takes longer than all the rest.
  const element = await target.elementHandle()
  const hasFocus = () => element?.evaluate((one) => one === document.activeElement)
  for (let stops = 0; stops < 60 && !(await hasFocus()); stops += 1) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}
