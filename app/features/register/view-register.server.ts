import { findListedPerson, readRegister } from '#app/db/register.server.ts'
import { endOfDay } from '#app/domain/calendar-day.ts'
import { countryName } from '#app/domain/countries.ts'
import { languageName } from '#app/domain/languages.ts'
import { isListingCode } from '#app/domain/register.ts'
import { tagOf } from '#app/http/public-file.ts'
import { MAX_PAGES, type RegisterQuery, STATES } from './asked.ts'
import { type ShownPerson, shownPerson } from './shown-person.ts'

const PAGE_SIZE = 20
const MAX_FOUND = PAGE_SIZE * MAX_PAGES

export type ListedRow = ShownPerson & { code: string }
export type Choice = { value: string; label: string }

export type RegisterView = Awaited<ReturnType<typeof viewRegister>>

/** One page of those who are listed and fit a question, as they stood on a day. `tag` changes with anything that is said. */
export async function viewRegister({ state, on: day, page, ...question }: RegisterQuery, now: Date) {
  const on = momentOf(day, now)
  const { found, people, ...choices } = await readRegister(
    { ...question, states: state && STATES[state] },
    { on, now },
    { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE, atMost: MAX_FOUND + 1 },
  )
  const rows = people.flatMap((person): ListedRow[] => {
    const shown = shownPerson(person, on, now)
    return shown ? [{ ...shown, code: person.code }] : []
  })
  const shown = {
    rows,
    found: Math.min(found, MAX_FOUND),
    isMore: found > MAX_FOUND,
    pageCount: Math.max(1, Math.ceil(Math.min(found, MAX_FOUND) / PAGE_SIZE)),
    countries: inWords(choices.countries, countryName),
    languages: inWords(choices.languages, languageName),
    titles: choices.titles,
  }
  return { ...shown, tag: tagOf(JSON.stringify(shown)) }
}

/**
 * One person's page.
 * @throws a 404 Response where nobody is listed under this code, or the register says nothing of them any more.
 */
export async function viewListedPerson(code: string, day: string | undefined, now: Date) {
  const person = isListingCode(code) ? await findListedPerson(code) : null
  const today = person && shownPerson(person, now, now)
  if (!person || !today) throw new Response('Nobody stands in the register under this address.', { status: 404 })
  // Without a status that day the page says so, under today's name.
  const shown = { person: shownPerson(person, momentOf(day, now), now) ?? { ...today, statuses: [], notes: '' } }
  return { ...shown, isIndexable: person.isIndexable, tag: tagOf(JSON.stringify([shown, day])) }
}

/** The last moment of a day that is over, or now. */
function momentOf(day: string | undefined, now: Date): Date {
  const end = day === undefined ? now : new Date(endOfDay(day, 'UTC').getTime() - 1)
  return end < now ? end : now
}

const inWords = (codes: readonly string[], nameOf: (code: string) => string): Choice[] =>
  codes
    .map((value) => ({ value, label: nameOf(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'))
