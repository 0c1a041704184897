import type { KeptLessons } from '#app/domain/offline.ts'

/** The pages of one person, and the files that those pages need, which are the same for everybody. */
const PAGES = 'stance-lessons'
const ASSETS = 'stance-assets'
/** Where a page says which lessons a device keeps, and what is shown when there is nothing else. */
const LIST = '/offline/lessons'
export const FALLBACK = '/offline'

export async function keptLessons(): Promise<KeptLessons | undefined> {
  return (await caches.match(LIST, { cacheName: PAGES }))?.json()
}

/**
 * Fetches every lesson of whoever is signed in, unless what is kept is what the server has. All of the new pages are here before the first of the old ones goes.
 * @returns how many are kept; nothing when nobody is signed in.
 */
export async function keepLessons(): Promise<number | undefined> {
  const [listing, fallback] = await Promise.all([fetch(LIST, { redirect: 'manual' }), fetch(FALLBACK)])
  if (!listing.ok || !fallback.ok) return undefined
  const fresh = (await listing.clone().json()) as KeptLessons
  // A new build has other files: then every page is fetched anew, whatever it teaches.
  const version = `${fresh.version} ${assetsIn(await fallback.clone().text()).join()}`
  if ((await keptLessons())?.version === version) return fresh.pages.length

  const pages: [href: string, page: Response][] = [[FALLBACK, fallback]]
  for (const { href } of fresh.pages) {
    const page = await fetch(href, { redirect: 'manual' })
    if (page.ok) pages.push([href, page])
  }
  const assets = new Set<string>(['/favicon.svg'])
  for (const [, page] of pages) for (const asset of assetsIn(await page.clone().text())) assets.add(asset)
  await replaceAssets(assets)
  const cache = await caches.open(PAGES)
  for (const [href, page] of pages) await cache.put(href, page)
  await cache.put(LIST, Response.json({ ...fresh, version }))
  const known = new Set([...pages.map(([href]) => href), LIST])
  for (const { url } of await cache.keys()) if (!known.has(new URL(url).pathname)) await cache.delete(url)
  return fresh.pages.length
}

const assetsIn = (html: string) => [...new Set(html.match(/\/assets\/[\w.-]+/g) ?? [])]

/** With what their style sheets ask for: of the fonts a page itself names only those that it begins with. */
async function replaceAssets(named: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(ASSETS)
  const assets = new Set(named)
  for (const asset of assets) {
    if (!(await cache.match(asset))) await cache.add(asset)
    const styles = asset.endsWith('.css') ? await cache.match(asset) : undefined
    for (const font of assetsIn((await styles?.text()) ?? '')) assets.add(font)
  }
  for (const { url } of await cache.keys()) if (!assets.has(new URL(url).pathname)) await cache.delete(url)
}

/** A page as it was last seen: with the answers that were given meanwhile. */
export async function keepPage(href: string, page: Response): Promise<void> {
  const cache = await caches.open(PAGES)
  await cache.put(href, page)
}

export const keptPage = (href: string) => caches.match(href, { cacheName: PAGES })
export const keptAsset = (href: string) => caches.match(href, { cacheName: ASSETS })

export async function forgetLessons(): Promise<void> {
  await Promise.all([caches.delete(PAGES), caches.delete(ASSETS)])
}
