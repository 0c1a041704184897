import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { createTrainee } from './support/people.ts'
import { expect, test } from './support/test.ts'

const LESSON = '/learn/mentalizing-introduction/what-mentalizing-is'
const owner = { name: 'Ingrid Underground', email: `${randomUUID()}@train.example` }

// Without a network the browser itself says so, for the pages and reports that do not come through.
test.use({ harmless: /ERR_INTERNET_DISCONNECTED|Failed to load resource|net::ERR/ })

/** The addresses of every page that the device keeps. */
const keptPages = (page: Page) =>
  page.evaluate(async () => {
    const cache = await caches.open('stance-lessons')
    return (await cache.keys()).map(({ url }) => new URL(url).pathname)
  })

test('lessons are read and answered without a network, sent once, and leave the device with their owner', {
  tag: '@phone-only',
}, async ({ openBrowser, expectAccessible }) => {
  await createTrainee(owner)
  const page = await openBrowser(owner)
  await page.goto('/courses/mentalizing-introduction')
  await page.getByRole('button', { name: 'Start this course' }).click()

  await page.goto('/settings/device')
  await page.getByRole('button', { name: 'This is my own device' }).click()
  await expect(page.getByText('5 lessons are kept on this device.')).toBeVisible()
  await expectAccessible(page)
  for (const elsewhere of ['/learn', '/portfolio', '/progress']) await page.goto(elsewhere)
  const kept = await keptPages(page)
  expect(kept.filter((path) => !path.startsWith('/learn/mentalizing-introduction/')).sort()).toEqual([
    '/offline',
    '/offline/lessons',
  ])

  await page.context().setOffline(true)
  await page.goto('/portfolio')
  await expect(page.getByRole('heading', { level: 1, name: 'Kept on this device' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'What mentalizing is' }).click()
  const question = page.locator('[id^=question-mi]').first()
  await question.getByRole('radio').first().check()
  await question.getByRole('button', { name: 'Check my answer' }).click()
  await expect(question.getByText('Your answer is kept on this device, and will be sent')).toBeVisible()

  await signOut(page)
  await expect(page.getByRole('heading', { name: 'Some of your answers have not been sent' })).toBeVisible()
  await page.goto(LESSON)

  // The page sees by itself that there is a network again.
  await page.context().setOffline(false)
  await page.getByRole('link', { name: 'Load the lesson anew' }).click()
  await expect(
    page
      .locator('[id^=question-mi]')
      .first()
      .getByRole('link', { name: /^Try again/ }),
  ).toBeVisible()
  await expect(page.getByText('Your answer is kept on this device')).toHaveCount(0)

  await signOut(page)
  await expect(page.getByText('You are signed out, and what this site kept in this browser is gone.')).toBeVisible()
  expect(await page.evaluate(() => caches.keys())).toEqual([])
})

test('whoever signs in next on a device finds nothing of its owner', async ({ page, signIn }) => {
  await signIn('noor')
  await page.goto('/settings/device')
  await page.getByRole('button', { name: 'This is my own device' }).click()
  await expect(page.getByText(/^\d+ lessons are kept on this device\.$/)).toBeVisible()
  await signIn('ada')
  await page.goto('/notices')
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([])
})

async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
}
