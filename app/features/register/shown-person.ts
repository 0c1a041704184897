import { countryName } from '#app/domain/countries.ts'
import { noteNames } from '#app/domain/credential/kinds.ts'
import { languageName } from '#app/domain/languages.ts'
import { inList } from '#app/domain/listing.ts'
import { type Profession, professionNames } from '#app/domain/people.ts'
import { type Listing, worksWithNames } from '#app/domain/register.ts'
import { type HeldCredential, registerEntry, type ShownStatus } from '#app/domain/register-entry.ts'

/** All that the public sees of somebody, in words. What they did not agree to is empty. */
export type ShownPerson = {
  name: string
  profession: string
  /** "Leeds, United Kingdom". */
  place: string
  statuses: ShownStatus[]
  /** "individual treatments and groups". */
  notes: string
  languages: string[]
  worksWith: string[]
}

type Person = Listing & { profession: Profession; held: readonly HeldCredential[] }

/**
 * Somebody as the register shows them on a day.
 * @returns undefined where it has nothing to say of them.
 */
export function shownPerson(person: Person, on: Date, now: Date): ShownPerson | undefined {
  const entry = registerEntry(person.held, on, now)
  if (!entry) return undefined
  return {
    name: entry.name,
    profession: person.showsProfession ? professionNames[person.profession] : '',
    place: [person.town, person.country && countryName(person.country)].filter(Boolean).join(', '),
    statuses: entry.statuses,
    notes: inList(entry.notes.map((note) => noteNames[note])),
    languages: person.languages.map(languageName),
    worksWith: worksWithNames(person.worksWith),
  }
}
