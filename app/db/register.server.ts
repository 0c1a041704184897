import type { Profession } from '#app/domain/people.ts'
import type { Listing } from '#app/domain/register.ts'
import { forgottenBefore, type HeldCredential } from '#app/domain/register-entry.ts'
import { db, Prisma } from './client.server.ts'
import { stateAt } from './credential-state.server.ts'
import { containing, foldedColumn } from './folded-name.server.ts'
import { type HeldJson, heldJson, readHeld } from './held-credentials.server.ts'

/** Somebody who is listed, with all that the register may say of them. */
export type ListedPerson = Listing & { code: string; profession: Profession; held: HeldCredential[] }

export type RegisterQuestion = {
  name?: string | undefined
  profession?: string | undefined
  country?: string | undefined
  town?: string | undefined
  language?: string | undefined
  worksWith?: string | undefined
  /** Of a status. */
  title?: string | undefined
  states?: readonly string[] | undefined
}

/** What can be asked for: countries, languages and titles that somebody in the register has. */
export type RegisterChoices = { countries: string[]; languages: string[]; titles: string[] }

type Page<Person> = RegisterChoices & { found: number; people: Person[] }
type PersonJson = Omit<ListedPerson, 'held'> & { held: HeldJson[] }
type Moments = { on: Date; now: Date }
type Slice = { limit: number; offset: number; atMost: number }

/**
 * One page of those who are listed and fit a question, by name, and what can be asked for. Somebody is found by what they show only.
 * @returns `found` counts up to `atMost` and no further. One statement.
 */
export async function readRegister(question: RegisterQuestion, { on, now }: Moments, slice: Slice) {
  const { limit, offset, atMost } = slice
  const [row] = await db().$queryRaw<Page<PersonJson>[]>`
    WITH RECURSIVE listed AS (
      SELECT l.*, u.profession FROM register_listing l JOIN "user" u ON u.id = l.user_id
      WHERE l.unlisted_at IS NULL AND ${fitsListing(question)}
    ), ${chains(now)}, named AS (
      SELECT user_id, (array_agg(name ORDER BY named_at DESC))[1] AS name FROM chain GROUP BY user_id
    ), fitting AS (
      SELECT DISTINCT c.user_id FROM chain c WHERE ${stoodOn(on)} AND ${fitsStatus(question, on)}
    ), folded AS MATERIALIZED (
      -- Folding is what costs: once for each, and only for those who fit otherwise.
      SELECT user_id, ${foldedColumn(Prisma.sql`n.name`)} AS name FROM named n JOIN fitting USING (user_id)
    ), found AS (
      SELECT user_id, name FROM folded
      WHERE ${question.name ? Prisma.sql`name LIKE ${containing(question.name)}` : Prisma.sql`true`}
      ORDER BY name, user_id LIMIT ${atMost}
    ), page AS (SELECT * FROM found ORDER BY name, user_id LIMIT ${limit} OFFSET ${offset})
    SELECT
      (SELECT count(*)::int FROM found) AS found,
      (SELECT coalesce(json_agg(${personJson} ORDER BY p.name, p.user_id), '[]')
       FROM page p JOIN listed l ON l.user_id = p.user_id) AS people,
      ARRAY(SELECT DISTINCT country FROM register_listing WHERE unlisted_at IS NULL AND country <> '') AS countries,
      ARRAY(SELECT DISTINCT unnest(languages) FROM register_listing WHERE unlisted_at IS NULL) AS languages,
      ARRAY(SELECT DISTINCT c.title FROM credential c JOIN register_listing l ON l.user_id = c.user_id
            WHERE l.unlisted_at IS NULL AND c.kind = 'practitioner_status' ORDER BY c.title) AS titles`
  if (!row) throw new Error('the register gave no answer')
  return { ...row, people: row.people.map(readPerson) } satisfies Page<ListedPerson>
}

/** Somebody who is listed, by the code of their page. One statement. */
export async function findListedPerson(code: string): Promise<ListedPerson | null> {
  const [row] = await db().$queryRaw<{ person: PersonJson }[]>`
    SELECT ${personJson} AS person
    FROM (SELECT l.*, u.profession FROM register_listing l JOIN "user" u ON u.id = l.user_id
          WHERE l.code = ${code} AND l.unlisted_at IS NULL) l`
  return row ? readPerson(row.person) : null
}

const personJson = Prisma.sql`json_build_object(
  'code', l.code, 'profession', l.profession, 'showsProfession', l.shows_profession, 'town', l.town, 'country', l.country,
  'languages', l.languages, 'worksWith', l.works_with, 'isIndexable', l.is_indexable, 'held', ${heldJson(Prisma.sql`l.user_id`)})`

const readPerson = ({ held, ...person }: PersonJson): ListedPerson => ({ ...person, held: readHeld(held) })

/** Each status that the register still shows, with those that it took the place of: `registerEntry` has the rule. */
const chains = (now: Date) => Prisma.sql`chain AS (
  SELECT l.user_id, c.holder_name AS name, c.issued_at AS named_at,
         c.id, c.supersedes_id, c.title, c.valid_from, c.issued_at, c.valid_until
  FROM listed l JOIN credential c ON c.user_id = l.user_id AND c.kind = 'practitioner_status'
  WHERE (c.valid_until IS NULL OR c.valid_until > ${forgottenBefore(now)}::timestamptz)
    AND NOT EXISTS (
      SELECT FROM credential_event ev WHERE ev.credential_id = c.id
        AND ((ev.kind = 'superseded' AND ev.at <= ${now}::timestamptz)
             OR (ev.kind IN ('revoked', 'lapsed') AND ev.at <= ${forgottenBefore(now)}::timestamptz)))
  UNION ALL
  SELECT c.user_id, c.name, c.named_at,
         earlier.id, earlier.supersedes_id, earlier.title, earlier.valid_from, earlier.issued_at, earlier.valid_until
  FROM chain c JOIN credential earlier ON earlier.id = c.supersedes_id)`

/** It had begun and nothing had taken its place. */
const stoodOn = (on: Date) => Prisma.sql`
  CASE WHEN c.supersedes_id IS NULL THEN c.valid_from ELSE c.issued_at END <= ${on}::timestamptz
  AND NOT EXISTS (SELECT FROM credential_event ev
                  WHERE ev.credential_id = c.id AND ev.kind = 'superseded' AND ev.at <= ${on}::timestamptz)`

const fitsStatus = ({ title, states }: RegisterQuestion, on: Date) => Prisma.sql`
  (${title ?? null}::text IS NULL OR c.title = ${title ?? null})
  AND ${states ? Prisma.sql`${stateAt(Prisma.sql`c`, on)} = ANY(${[...states]})` : Prisma.sql`true`}`

function fitsListing({ profession, country, town, language, worksWith }: RegisterQuestion): Prisma.Sql {
  const conditions = [
    profession && Prisma.sql`l.shows_profession AND u.profession::text = ${profession}`,
    country && Prisma.sql`l.country = ${country}`,
    town && Prisma.sql`${foldedColumn(Prisma.sql`l.town`)} LIKE ${containing(town)}`,
    language && Prisma.sql`${language} = ANY(l.languages)`,
    worksWith && Prisma.sql`${worksWith} = ANY(l.works_with)`,
  ].filter((condition) => condition !== undefined && condition !== '')
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}
