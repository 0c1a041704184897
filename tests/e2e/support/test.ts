import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { createSession } from './session.ts'

export { expect }

export type DemoName = 'ada' | 'noor' | 'sol' | 'lena' | 'tomas' | 'mira' | 'imre' | 'grace' | 'paul' | 'root'

type Fixtures = {
  /** Makes this browser the demo person's. The form itself is for the specs of signing in. */
  signIn(name: DemoName): Promise<void>
  /** Holds a page to WCAG 2.2 AA, as far as a program can tell. */
  expectAccessible(page: Page): Promise<void>
  /** What a spec makes the console say on purpose: `test.use({ harmless: /409/ })`. */
  harmless: RegExp
  noErrors: undefined
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export const test = base.extend<Fixtures>({
  signIn: async ({ context, baseURL }, use) => {
    await use(async (name) => {
      await context.addCookies([{ name: 'stance', value: await createSession(name), url: baseURL, httpOnly: true }])
    })
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that one needs out of this pattern
  expectAccessible: async ({}, use) => {
    await use(async (page) => {
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
      const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }))
      expect(found, `accessibility of ${page.url()}`).toEqual([])
    })
  },

  harmless: [/(?!)/, { option: true }],

  /** A page that complains in the console fails its test, whatever the test looks at. */
  noErrors: [
    async ({ page, harmless }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error' && !harmless.test(message.text()))
          errors.push(`${page.url()}: ${message.text()}`)
      })
      await use(undefined)
      expect(errors, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],
})
