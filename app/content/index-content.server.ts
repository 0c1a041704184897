import type { Db } from '#app/db/client.server.ts'
import { findPublished } from '#app/db/publishing.server.ts'
import { addWords, readPrints, replaceDocuments } from '#app/db/search-index.server.ts'
import { digestOf } from './digest.server.ts'
import type { PublishableItem } from './publishable.ts'
import { documentsOf } from './search-documents.ts'

/** Part of every print: another number makes the whole index anew, when documents are made in another way. */
const MADE_BY = 1

/**
 * Brings the search up to what is published, in the same transaction. What is unchanged is left as it is.
 * @param items all that are published now.
 */
export async function indexContent(tx: Db, items: readonly PublishableItem[]): Promise<void> {
  const ids = new Map((await findPublished(tx)).map(({ id, kind, slug }) => [`${kind} ${slug}`, id]))
  const prints = await readPrints(tx)
  for (const item of items) {
    const itemId = ids.get(`${item.kind} ${item.slug}`)
    const courses = item.kind === 'vignette' ? coursesWith(item.slug, items) : []
    const print = digestOf([MADE_BY, item.body, courses])
    if (!itemId || prints.get(itemId) === print) continue
    const documents = documentsOf(item, courses)
    if (documents.length === 0 && !prints.has(itemId)) continue
    await replaceDocuments(tx, { itemId, print, documents })
    await addWords(tx, itemId)
  }
}

/** The courses with lessons beside it; one that is made of those says nothing more of where it belongs. */
const coursesWith = (vignette: string, items: readonly PublishableItem[]): string[] =>
  items.flatMap(({ kind, slug, body }) =>
    kind === 'course' && !body.modules && [...body.vignettes, ...body.practice].includes(vignette) ? [slug] : [],
  )
