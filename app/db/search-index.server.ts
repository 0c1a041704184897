import { uuidv7 } from 'uuidv7'
import type { SearchKind } from '#app/domain/search.ts'
import type { Db } from './client.server.ts'

/** Of what the documents of each item were made. */
export async function readPrints(tx: Db): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ itemId: string; print: string }[]>`
    SELECT DISTINCT item_id AS "itemId", print FROM search_document`
  return new Map(rows.map(({ itemId, print }) => [itemId, print]))
}

type Documents = {
  itemId: string
  print: string
  documents: readonly {
    kind: SearchKind
    slug: string
    title: string
    also: string
    summary: string
    body: string
    courses: readonly string[]
  }[]
}

/** Puts the documents of an item in the place of those it had. The title weighs most, the summary less, the text least. */
export async function replaceDocuments(tx: Db, { itemId, print, documents }: Documents): Promise<void> {
  await tx.$executeRaw`DELETE FROM search_document WHERE item_id = ${itemId}::uuid`
  const rows = JSON.stringify(documents.map((document) => ({ id: uuidv7(), ...document })))
  await tx.$executeRaw`
    INSERT INTO search_document (id, item_id, print, kind, slug, title, also, summary, body, courses, public_vector, full_vector)
    SELECT d.id, ${itemId}::uuid, ${print}, d.kind, d.slug, d.title, d.also, d.summary, d.body, d.courses, open.vector,
           open.vector || setweight(to_tsvector('english', d.body), 'D')
    FROM jsonb_to_recordset(${rows}::jsonb)
           AS d(id uuid, kind text, slug text, title text, also text, summary text, body text, courses text[]),
         LATERAL (SELECT setweight(to_tsvector('english', d.title || ' ' || d.also), 'A')
                         || setweight(to_tsvector('english', d.summary), 'B') AS vector) open`
}

/**
 * Adds the words of an item's documents to those that a mistyped one may have meant. One that no text has any more stays: at worst a guess
 * finds nothing. Shorter words are too like each other to tell which was meant.
 */
export async function addWords(tx: Db, itemId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO search_word (word)
    SELECT DISTINCT w.word
    FROM search_document d, unnest(tsvector_to_array(to_tsvector('simple', concat_ws(' ', d.title, d.also, d.summary, d.body)))) AS w(word)
    WHERE d.item_id = ${itemId}::uuid AND w.word ~ '^[[:alpha:]]{4,}$'
    ON CONFLICT DO NOTHING`
}
