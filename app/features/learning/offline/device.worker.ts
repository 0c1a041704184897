import { type Fields, isKept, type Task, taskOf, waits, workIn } from '#app/domain/offline.ts'
import { FALLBACK, forgetLessons, keepLessons, keepPage, keptAsset, keptLessons, keptPage } from './kept-lessons.ts'
import { type Asked, type Told, WITHOUT_NETWORK } from './messages.ts'
import { sendWork } from './send-work.ts'
import { forgetAllWork, keepWork, unsentWork } from './unsent-work.ts'

/*
 * Runs on a device whose owner keeps lessons on it, and on no other. It keeps lessons that the server names and nothing else, and holds what was done on
 * them without a network until the server has it.
 */

type Waiting = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Waiting & { request: Request; respondWith(answer: Promise<Response>): void }
declare const self: EventTarget & {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: ServiceWorkerRegistration
}

const LOOK_EVERY_MS = 3_600_000
// By a clock that only goes forwards: whoever sets that of their device back would get nothing new until it has caught up.
let lookedAt = performance.now()

self.addEventListener('install', () => void self.skipWaiting())
// A new build comes with a new worker: the pages are fetched anew, and what is unsent stays.
self.addEventListener('activate', (event) => (event as Waiting).waitUntil(takeOver()))
self.addEventListener('message', (event) => {
  const asking = event as Waiting & MessageEvent<Asked>
  asking.waitUntil(obey(asking.data).then((told) => asking.ports[0]?.postMessage(told)))
})
self.addEventListener('fetch', (event) => {
  const fetching = event as Fetching
  const { method, mode, url: address } = fetching.request
  const url = new URL(address)
  const task = url.origin === location.origin ? taskOf({ method, mode, url }) : undefined
  if (task) fetching.respondWith(tasks[task](fetching, url))
})

async function takeOver(): Promise<void> {
  await self.clients.claim()
  if (await keptLessons()) await keepLessons().catch(() => {})
}

const tasks: Record<Task, (event: Fetching, url: URL) => Promise<Response>> = {
  'open-page': openPage,
  'open-asset': async ({ request }, { pathname }) => (await keptAsset(pathname)) ?? fetch(request),
  'keep-work': ({ request }, url) => sendOrKeep(request, url),
  'sign-out': signOut,
}

/** From the network while there is one, so that what is shown is what the server has; what waits is sent before. */
async function openPage(event: Fetching, url: URL): Promise<Response> {
  await sendWork()
  try {
    const page = await fetch(event.request)
    event.waitUntil(lookAt(page.clone(), url))
    return page
  } catch (error) {
    const page = (await keptPage(url.pathname)) ?? (await keptPage(FALLBACK))
    if (!page) throw error
    return saidToBeKept(page)
  }
}

/** The page as it is kept says so: what needs a network is marked in it. */
async function saidToBeKept(page: Response): Promise<Response> {
  const html = (await page.text()).replace('<html', `<html ${WITHOUT_NETWORK}`)
  return new Response(html, { headers: page.headers })
}

/** A page that is another person's means that this device is no longer its owner's alone: nothing of theirs stays. */
async function lookAt(page: Response, url: URL): Promise<void> {
  const kept = await keptLessons()
  const account = page.headers.get('X-Stance-Account')
  if (kept && account && account !== kept.account) return forgetAll()
  // Nobody is signed in: what can be read goes, and what was written waits for whoever wrote it.
  if (page.ok && url.pathname === '/sign-in') return forgetLessons()
  if (!kept || !account) return
  if (page.ok && isKept(kept, url)) await keepPage(url.pathname, page)
  if (performance.now() - lookedAt < LOOK_EVERY_MS) return
  lookedAt = performance.now()
  await keepLessons()
}

async function forgetAll(): Promise<void> {
  await Promise.all([forgetLessons(), forgetAllWork()])
  await self.registration.unregister()
}

/** The key goes along from the first try on: work whose receipt got lost is known when it comes again. */
async function sendOrKeep(request: Request, url: URL): Promise<Response> {
  const kept = await keptLessons()
  const fields: Fields = [...new URLSearchParams(await request.clone().text())]
  const work = workIn(url.pathname, fields)
  if (!kept || !work) return fetch(request)
  const key = crypto.randomUUID()
  try {
    await sendWork()
    // What still waits was written before: it goes first.
    if ((await unsentWork()).some(waits)) throw new Error('Without a network')
    const body = new URLSearchParams([...fields, ['key', key]])
    return await fetch(request.url, { method: 'POST', body, redirect: 'manual' })
  } catch {
    await keepWork({ ...work, key, account: kept.account })
    return Response.redirect(`${work.path}#${work.place}`, 303)
  }
}

/** Nothing of a person stays behind; whoever has unsent work is asked first, on a page that says so. */
async function signOut({ request }: Fetching, url: URL): Promise<Response> {
  const isSure = new URLSearchParams(await request.clone().text()).has('anyway')
  await sendWork()
  if (!isSure && (await unsentWork()).length > 0) return Response.redirect(`${FALLBACK}?leaving`, 303)
  await Promise.all([forgetLessons(), forgetAllWork()])
  // The form goes on to the server by itself: 307 sends it again as it was.
  return Response.redirect(`${url.pathname}?cleared`, 307)
}

async function obey(asked: Asked): Promise<Told> {
  let kept: number | undefined
  if (asked === 'keep') kept = await keepLessons().catch(() => undefined)
  else await sendWork()
  const unsent = (await unsentWork()).length
  if (asked === 'forget-unsent' || (asked === 'forget' && unsent === 0)) await forgetAll()
  return { kept, unsent }
}
