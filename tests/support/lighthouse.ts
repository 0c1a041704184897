import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { freePort } from '#scripts/database/port.ts'
import { findBrowser } from '#scripts/test/browser.ts'

type Category = 'accessibility' | 'best-practices' | 'performance'

export type LighthouseResult = {
  scores: Partial<Record<Category, number>>
  /** What cost a page its points in the categories asked for. */
  failing: string[]
}

/**
 * Lighthouse's scores of pages, 0 to 1, in the browser that the other tests drive, as a middling phone. Network and processor are slowed down only in its
 * reckoning ("simulate"), so that it takes seconds.
 * @param session what the session's cookie carries; nobody is signed in without it.
 */
export async function withLighthouse<Result>(
  use: (judge: (url: string, categories: Category[], session?: string) => Promise<LighthouseResult>) => Promise<Result>,
): Promise<Result> {
  const port = await freePort()
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    args: [`--remote-debugging-port=${port}`],
    ...(executablePath && { executablePath }),
  })
  try {
    return await use((url, categories, session) => judgePage(port, url, categories, session))
  } finally {
    await browser.close()
  }
}

async function judgePage(
  port: number,
  url: string,
  categories: Category[],
  session?: string,
): Promise<LighthouseResult> {
  const result = await lighthouse(url, {
    port,
    onlyCategories: categories,
    logLevel: 'error',
    ...(session && { extraHeaders: { Cookie: `stance=${session}` } }),
  })
  if (!result || result.lhr.runtimeError)
    throw new Error(`Lighthouse: ${result?.lhr.runtimeError?.message ?? 'no result'}`)
  const found = categories.map((name) => result.lhr.categories[name])
  const failing = found.flatMap((category) => category?.auditRefs.map(({ id }) => result.lhr.audits[id]) ?? [])
  return {
    scores: Object.fromEntries(categories.map((name, index) => [name, found[index]?.score ?? 0])),
    failing: failing.flatMap((audit) => (audit && audit.score !== null && audit.score < 0.9 ? [audit.title] : [])),
  }
}
