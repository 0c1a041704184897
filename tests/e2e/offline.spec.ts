import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { type Changes, openFrontDoor } from './support/front-door.ts'
import { createTrainee } from './support/people.ts'
import { expect, type Fixtures, test } from './support/test.ts'

const LESSON = '/learn/mentalizing-introduction/what-mentalizing-is'
const owner = { name: 'Ingrid Underground', email: `${randomUUID()}@train.example` }

// Without a network the browser itself says so, for the pages and reports that do not come through.
test.use({ harmless: /ERR_INTERNET_DISCONNECTED|Failed to load resource|net::ERR/ })

/** The addresses of everything that the device keeps under a name. */
const keptIn = (page: Page, name: string) =>
  page.evaluate(async (name) => {
    const cache = await caches.open(name)
    return (await cache.keys()).map(({ url }) => new URL(url).pathname)
  }, name)

const keptPages = (page: Page) => keptIn(page, 'stance-lessons')
const keptFiles = (page: Page) => keptIn(page, 'stance-assets')

test('on a train, lessons are read, marked, written on and answered, sent once, and leave the device with their owner', {
  tag: '@phone-only',
}, async ({ openBrowser, expectAccessible }) => {
  const page = await ownDevice(openBrowser, owner)
  await expectAccessible(page)
  for (const elsewhere of ['/learn', '/portfolio', '/progress']) await page.goto(elsewhere)
  const kept = await keptPages(page)
  expect(kept.filter((path) => !path.startsWith('/learn/mentalizing-introduction/')).sort()).toEqual([
    '/offline',
    '/offline/lessons',
  ])
  // The italics of the text, which no page names and the style sheet asks for.
  expect(await keptFiles(page)).toContainEqual(expect.stringMatching(/literata-latin-wght-italic/))

  await page.context().setOffline(true)
  await page.goto('/portfolio')
  await expect(page.getByText('The page that you asked for needs a network.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeHidden()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'What mentalizing is' }).click()
  await expect(page.getByText('this is the lesson as your device keeps it')).toBeVisible()
  await expect(page.getByText('To hear this you need a network.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Save as PDF' })).toBeHidden()

  await choose(page, 1)
  await page.getByRole('button', { name: 'Mark', exact: true }).click()
  await expect(page.getByText('Kept on this device, and sent when')).toBeVisible()
  await expect(paragraph(page, 1).locator('mark')).not.toHaveCount(0)
  await choose(page, 2)
  await page.getByRole('button', { name: 'Write a note', exact: true }).first().click()
  const written = page.getByRole('textbox', { name: 'Your note' })
  await written.fill('To try on the ward.')
  await expectAccessible(page)
  // A phone puts the page away while its owner writes.
  await page.reload()
  await page.getByRole('button', { name: 'Go on writing' }).click()
  await expect(written).toHaveValue('To try on the ward.')
  await written.fill('To try on the ward.\nAsk before explaining.')
  await page.getByRole('button', { name: 'Keep this note' }).click()
  await expect(notes(page).getByText('Your mark is kept on this device')).toBeVisible()
  await expect(notes(page).getByText('Your note is kept on this device')).toBeVisible()
  await expect(notes(page).getByText('Ask before explaining.')).toBeVisible()

  await question(page).getByRole('radio').first().check()
  await question(page).getByRole('button', { name: 'Check my answer' }).click()
  await expect(question(page).getByText('Your answer is kept on this device, and will be sent')).toBeVisible()
  await page.getByRole('button', { name: 'Mark as read and go on' }).click()
  await expect(page.getByText('That you have read this lesson is kept on this device')).toBeVisible()
  await expectAccessible(page)

  await signOut(page)
  await expect(page.getByRole('heading', { name: 'Some of your work has not been sent' })).toBeVisible()
  await page.goto(LESSON)

  // The page sees by itself that there is a network again.
  await page.context().setOffline(false)
  // The first text of all that the server screens has it read its word lists.
  await expect(page.getByText('Your note has been sent.')).toBeVisible({ timeout: 45_000 })
  await page.getByRole('link', { name: 'Load the lesson again' }).first().click()
  await expect(question(page).getByRole('link', { name: /^Try again/ })).toBeVisible()
  await expect(page.locator('.unsent:visible')).toHaveCount(0)
  await expect(page.getByText('Read', { exact: true })).toBeVisible()
  await page.goto('/learn/notes')
  await expect(page.locator('.own-quote')).toHaveCount(2)
  await expect(page.getByText('Ask before explaining.')).toHaveCount(1)

  await signOut(page)
  await expect(page.getByText('You are signed out, and what this site kept in this browser is gone.')).toBeVisible()
  expect(await page.evaluate(() => caches.keys())).toEqual([])
})

test('a new build takes the device over: lessons are fetched anew, and what waits, as the build before it kept it, is sent', {
  tag: '@wide-only',
}, async ({ openBrowser, baseURL }) => {
  const door = await openFrontDoor(baseURL ?? '')
  const dewi = { name: 'Dewi Deploy', email: `${randomUUID()}@train.example` }
  const page = await ownDevice(openBrowser, dewi, door.url)
  await page.goto(`${door.url}${LESSON}`)
  await page.evaluate(leaveAnswer, await account(page))

  // Another worker, files of other names, another text; and for now nothing can be sent.
  Object.assign(door.changes, {
    '/offline-worker.js': (text: string) => `${text}// The next build.\n`,
    '/offline': (text: string) => text.replace('</main>', '<img src="/assets/next-build.svg" alt=""></main>'),
    [LESSON]: (text: string) => text.replace('</h1>', '</h1><p>As the next build has it.</p>'),
    '/assets/next-build.svg': 204,
    '/offline/work': 503,
  } satisfies Changes)
  await page.goto(`${door.url}/learn`)
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
  await expect.poll(async () => (await keptText(page, LESSON))?.includes('As the next build has it.')).toBe(true)
  await page.context().setOffline(true)
  await page.goto(`${door.url}${LESSON}`)
  await expect(page.getByText('As the next build has it.')).toBeVisible()
  await expect(question(page).getByText('Your answer is kept on this device')).toBeVisible()

  door.changes['/offline/work'] = String
  await page.context().setOffline(false)
  await page.goto(`${door.url}${LESSON}`)
  await expect(question(page).getByRole('link', { name: /^Try again/ })).toBeVisible()
  await expect(page.locator('.unsent:visible')).toHaveCount(0)
  await page.close()
  door.close()
})

/** Puts an answer to the first question into the queue as the first version of this did. Runs in the page. */
async function leaveAnswer(account: string): Promise<void> {
  const form = document.querySelector('[id^=question-mi] form') as HTMLFormElement
  form.querySelector('input[type=radio]')?.setAttribute('checked', '')
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  const question = String(new FormData(form).get('question'))
  const answer = { key: crypto.randomUUID(), account, path: location.pathname, question, fields }
  const opening = indexedDB.open('stance-offline', 1)
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onupgradeneeded = () =>
      opening.result.objectStoreNames.contains('answers') ||
      opening.result.createObjectStore('answers', { keyPath: 'id', autoIncrement: true })
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const writing = database.transaction('answers', 'readwrite')
  writing.objectStore('answers').add(answer)
  await new Promise((resolve) => (writing.oncomplete = resolve))
  database.close()
}

const account = (page: Page) =>
  page.evaluate(async (): Promise<string> => {
    const list = await caches.match('/offline/lessons')
    return (await list?.json())?.account
  })

const keptText = (page: Page, path: string) => page.evaluate(async (href) => (await caches.match(href))?.text(), path)

test('whoever signs in next on a device finds nothing of its owner', async ({ page, signIn }) => {
  await signIn('noor')
  await page.goto('/settings/device')
  await page.getByRole('button', { name: 'This is my own device' }).click()
  await expect(page.getByText(/^\d+ lessons are kept on this device\.$/)).toBeVisible()
  await signIn('ada')
  await page.goto('/notices')
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([])
})

/** A browser of somebody's who has begun the introduction and keeps its lessons on the device. */
async function ownDevice(openBrowser: Fixtures['openBrowser'], person: typeof owner, at = ''): Promise<Page> {
  await createTrainee(person)
  const page = await openBrowser(person)
  await page.goto(`${at}/courses/mentalizing-introduction`)
  await page.getByRole('button', { name: 'Start this course' }).click()
  await page.goto(`${at}/settings/device`)
  await page.getByRole('button', { name: 'This is my own device' }).click()
  await expect(page.getByText('5 lessons are kept on this device.')).toBeVisible()
  return page
}

const question = (page: Page) => page.locator('[id^=question-mi]').first()
const paragraph = (page: Page, index: number) => page.locator('.prose > p').nth(index)
const notes = (page: Page) => page.getByRole('region', { name: 'My notes on this lesson' })

/** Selects a paragraph, as a finger would. */
const choose = (page: Page, index: number) =>
  paragraph(page, index).evaluate((words) => {
    words.scrollIntoView({ block: 'center' })
    document.getSelection()?.selectAllChildren(words)
  })

async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Your account/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
}
