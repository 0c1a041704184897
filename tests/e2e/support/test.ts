import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { ConsoleWatch } from './console.ts'
import { installationOf } from './installation.ts'
import { createSession, type Who } from './session.ts'

export { expect }

type Cast = 'ada' | 'noor' | 'sol' | 'lena' | 'tomas' | 'mira' | 'wanjiru' | 'imre' | 'grace' | 'paul' | 'root'
type Trainee = 'anneliese' | 'chau' | 'dermot' | 'emeka' | 'frederik' | 'gareth' | 'margit' | 'rhys' | 'ritu' | 'sian'
type Expert = 'babajide' | 'dorothea' | 'kerstin'
export type DemoName = Cast | Trainee | Expert

export type Fixtures = {
  /** Makes this browser the demo person's. The form itself is for the specs of signing in. */
  signIn(name: DemoName): Promise<void>
  /** A browser of somebody else's, beside the test's own: a person's, or one that nobody has signed in with. */
  openBrowser(who?: DemoName | { email: string }): Promise<Page>
  /** Holds a page to WCAG 2.2 AA, as far as a program can tell. */
  expectAccessible(page: Page): Promise<void>
  /** Says that the server is about to refuse an address, given by its end, with this status: once, and no other. */
  expectRefusal(status: number, address: string): void
  /** What a spec makes the console say on purpose: `test.use({ harmless: /409/ })`. */
  harmless: RegExp
  /** A page that complains in the console fails its test, whatever the test looks at. */
  consoleWatch: ConsoleWatch
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const ofAxe = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const axeSource = readFileSync(ofAxe.resolve('axe-core/axe.min.js'), 'utf8')

/**
 * A scan in less than half the time: it names only what it finds fault with, from the short form of its source, and opens no second
 * page to put together what it finds in frames ("legacy mode"), for no page of ours has one.
 */
const scan = (page: Page) =>
  new AxeBuilder({ page, axeSource })
    .options({ runOnly: { type: 'tag', values: WCAG }, resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze()

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that one needs out of this pattern
  baseURL: async ({}, use, { project }) => {
    await use(installationOf(project.name).url)
  },

  context: async ({ context, consoleWatch }, use) => {
    consoleWatch.listen(context)
    await use(context)
  },

  signIn: async ({ context, baseURL }, use) => {
    await use((name) => giveSession(context, name, baseURL))
  },

  openBrowser: async ({ browser, baseURL, consoleWatch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (who) => {
      const context = await browser.newContext()
      contexts.push(context)
      consoleWatch.listen(context)
      if (who) await giveSession(context, who, baseURL)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that one needs out of this pattern
  expectAccessible: async ({}, use) => {
    await use(async (page) => {
      // What lies half under a bar that stays in sight would count as too small to be hit.
      await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }))
      const { violations } = await scan(page)
      const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }))
      expect(found, `accessibility of ${page.url()}`).toEqual([])
    })
  },

  expectRefusal: async ({ consoleWatch }, use) => {
    await use((status, address) => consoleWatch.refusals.push({ status, address }))
  },

  harmless: [/(?!)/, { option: true }],

  consoleWatch: [
    async ({ harmless }, use) => {
      const watch = new ConsoleWatch(harmless)
      await use(watch)
      expect(watch.errors, 'errors in the browser').toEqual([])
      expect(watch.refusals, 'refusals that never came').toEqual([])
    },
    { auto: true },
  ],
})

async function giveSession(context: BrowserContext, who: Who, url: string | undefined): Promise<void> {
  await context.addCookies([{ name: 'stance', value: await createSession(who), url, httpOnly: true }])
}
