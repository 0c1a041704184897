import { FOUND_FROM, FOUND_TO, type SearchKind } from '#app/domain/search.ts'
import { Prisma, readRows } from './client.server.ts'

export type Found = {
  kind: SearchKind
  slug: string
  title: string
  /** With what was found between `FOUND_FROM` and `FOUND_TO`. */
  summary: string
  /** A piece or two of the text, marked in the same way; null of what is closed. */
  passage: string | null
  courses: string[]
  /** Whether this person may read it, or no more than its title and summary. */
  isOpen: boolean
}

export type SearchResult = {
  total: number
  found: Found[]
  /** The words that were looked for instead, where those that were typed are nowhere. */
  guessed: string | null
  /** To narrow by, in catalogue order. */
  courses: { slug: string; title: string }[]
}

export type Search = {
  question: string
  /** Its words, in lower case. */
  words: readonly string[]
  kind: SearchKind | null
  course: string | null
  /** How many to leave out, and how many to give. */
  skip: number
  take: number
}

/** Of the trigrams of two words. Below it "phone" is found for "xylophone"; "mentalising" and "mentalizing" have 0.6. */
const LIKE_ENOUGH = 0.4

const MARKED = `StartSel=${FOUND_FROM}, StopSel=${FOUND_TO}`
const WHOLE = `${MARKED}, HighlightAll=true`
const PASSAGES = `${MARKED}, MaxFragments=2, MinWords=10, MaxWords=28, FragmentDelimiter=" … "`

/**
 * Looks through what is published for a person: the text of lessons only where they are enrolled, titles and summaries of all that is
 * offered. Two branches, so that what is closed neither matches nor ranks by its text. One statement.
 */
export async function searchDocuments(userId: string, search: Search): Promise<SearchResult> {
  // Asked of a row rather than written out: a plan that is kept would read the question again for every document.
  const typed = Prisma.sql`(SELECT query FROM asked)`
  const guessed = Prisma.sql`(SELECT plainto_tsquery('english', words) FROM guessed)`
  const [result] = await readRows<SearchResult>(Prisma.sql`
    WITH asked AS MATERIALIZED (SELECT websearch_to_tsquery('english', ${search.question}) AS query),
    mine AS MATERIALIZED (
      SELECT coalesce(array_agg(c.slug), '{}') AS slugs
      FROM enrolment e JOIN content_item c ON c.id = e.course_id
      WHERE e.user_id = ${userId}::uuid AND e.state = 'active'
    ),
    typed AS MATERIALIZED (${hits(typed, search)}),
    guessed AS MATERIALIZED (
      SELECT string_agg(coalesce(near.word, w.word), ' ' ORDER BY w.place) AS words
      FROM unnest(${search.words}::text[]) WITH ORDINALITY AS w(word, place)
      LEFT JOIN LATERAL (
        SELECT s.word FROM search_word s
        WHERE length(w.word) > 3 AND s.word % w.word AND similarity(s.word, w.word) >= ${LIKE_ENOUGH}
        ORDER BY similarity(s.word, w.word) DESC, s.word LIMIT 1
      ) near ON true
      WHERE NOT EXISTS (SELECT FROM typed)
      HAVING bool_or(near.word <> w.word)
    ),
    hit AS MATERIALIZED (SELECT *, ${typed} AS query FROM typed UNION ALL SELECT *, ${guessed} FROM (${hits(guessed, search)}) g)
    SELECT (SELECT count(*)::int FROM hit) AS total,
           (SELECT words FROM guessed WHERE EXISTS (SELECT FROM hit)) AS guessed,
           (SELECT coalesce(jsonb_agg(jsonb_build_object('slug', d.slug, 'title', d.title) ORDER BY i.position), '[]')
            FROM search_document d JOIN content_item i ON i.id = d.item_id, mine
            WHERE d.kind = 'course' AND (i.is_listed OR d.slug = ANY(mine.slugs))) AS courses,
           (SELECT coalesce(jsonb_agg(to_jsonb(f) - 'rank' - 'id' ORDER BY f.rank DESC, f.id), '[]') FROM (
              SELECT d.id, d.kind, d.slug, d.title, d.courses, p."isOpen", p.rank,
                     ts_headline('english', d.summary, p.query, ${WHOLE}) AS summary,
                     CASE WHEN p."isOpen" THEN ts_headline('english', d.body, p.query, ${PASSAGES}) END AS passage
              FROM (SELECT * FROM hit ORDER BY rank DESC, id LIMIT ${search.take} OFFSET ${search.skip}) p
              JOIN search_document d ON d.id = p.id
            ) f) AS found`)
  if (!result) throw new Error('one row always comes back')
  return result
}

/** What matches a query. Long texts, which say everything once, come after short ones that are about it. */
function hits(query: Prisma.Sql, { kind, course }: Search): Prisma.Sql {
  const narrowed = Prisma.sql`(${kind}::text IS NULL OR d.kind = ${kind}) AND (${course}::text IS NULL OR ${course} = ANY(d.courses))`
  return Prisma.sql`
    SELECT d.id, true AS "isOpen", ts_rank(d.full_vector, ${query}, 1) AS rank
    FROM search_document d JOIN content_item i ON i.id = d.item_id, mine
    WHERE d.full_vector @@ ${query} AND ${narrowed}
      AND CASE WHEN d.kind = 'lesson' THEN d.courses && mine.slugs ELSE i.is_listed OR d.courses && mine.slugs END
    UNION ALL
    SELECT d.id, false, ts_rank(d.public_vector, ${query}, 1)
    FROM search_document d JOIN content_item i ON i.id = d.item_id, mine
    WHERE d.public_vector @@ ${query} AND ${narrowed} AND d.kind = 'lesson' AND i.is_listed AND NOT d.courses && mine.slugs`
}
