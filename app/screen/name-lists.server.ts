import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { allLocales } from '@faker-js/faker'
import { dictionary } from '@zxcvbn-ts/language-common'
import wordListPath from 'word-list'
import { foldName, ORDINARY_WORDS } from '#app/domain/name-words.ts'
import { MONTHS } from '#app/domain/screen/birth-dates.ts'
import type { NameLists } from '#app/domain/screen/names.ts'

/** Surnames of the course's bibliography, of every reading list of this field, and those that tests and illnesses are called after. */
const AUTHORS = `ainsworth alzheimer asperger barnicot bateman beck bion bowlby carlyle charlin crawford csibra fairbairn ferenczi fleiss folmo fonagy freud
  gergely gunderson gwet karterud kernberg kohut korsakoff krippendorff likert linehan luyten parkinson
  rorschach rossouw shrout storebø tourette volkert wechsler winnicott yirmiya`

/** English writes these with a capital; none is a person. */
const LANGUAGES = `ar bn cs cy da de el en es fa fi fr ga gd gu he hi hu it ja ko ku lt lv nb nl no pa pl ps pt ro ru so sq sr sv sw ta tr
  uk ur vi yo zh`
const PEOPLES = `african american asian australian belgian black british caribbean danish dutch european irish jewish muslim nigerian
  norwegian roma scottish swedish swiss white`
const WEEKDAYS = `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays
  sundays mon tue tues wed thu thur thurs fri sat sun`
/** Towns that are surnames or given names, or that no time zone is called after. */
const TOWNS = `aberdeen bath bedford belfast bergen birmingham blackpool bolton boston bradford brighton bristol bromley cambridge
  camden cardiff carlisle chelsea cheltenham chester coventry croydon derby devon dorset durham ealing edinburgh essex exeter
  glasgow gloucester greenwich hackney halifax harlow harrow hastings haarlem hull ipswich islington kent kingston lambeth lancaster
  leeds leicester leiden lewes lewisham lincoln liverpool london luton manchester middlesex newcastle newham northampton norwich
  nottingham oxford paris plymouth portsmouth preston reading richmond rotterdam salford sheffield shrewsbury southampton stafford
  stavanger stockport stoke sunderland surrey sussex sutton swansea swindon taunton telford tilburg trondheim tromsø utrecht
  wakefield warwick watford wigan winchester windsor worcester york florence sydney`

/**
 * The lists of `NameLists`, from libraries: given names of some forty languages (@faker-js/faker), names of all kinds (humannames),
 * and what English has as words (word-list, and for given names only its commonest, which the passwords' dictionary has: Emma and
 * Jack are in the large one). Read when the first text is screened, then kept.
 */
export function nameLists(): NameLists {
  lists ??= readLists()
  return lists
}

let lists: NameLists | undefined

function readLists(): NameLists {
  const given = givenNames()
  const english = new Set(readFileSync(wordListPath, 'utf8').split('\n'))
  return {
    given,
    any: new Set([...anyNames()].filter((name) => !english.has(name))),
    english,
    ordinary: new Set([...ORDINARY_WORDS, ...dictionary['diceware-common'].filter((word) => given.has(word))]),
    places: places(),
    authors: folded(AUTHORS.split(/\s+/)),
  }
}

const SHORTEST = 2

function givenNames(): ReadonlySet<string> {
  const people = Object.values(allLocales).map(({ person }) => person?.first_name)
  return folded(people.flatMap((names) => [names?.female, names?.male, names?.generic]).flatMap((names) => names ?? []))
}

/** One object with a property for each name: asked for at run time, since no compiler should read it. */
function anyNames(): ReadonlySet<string> {
  const names: Record<string, 1> = createRequire(import.meta.url)('humannames/index.json')
  return folded(Object.keys(names))
}

function places(): ReadonlySet<string> {
  const english = { language: nameOf('language'), region: nameOf('region') }
  const cities = Intl.supportedValuesOf('timeZone').map((zone) => zone.split('/').at(-1) ?? '')
  const countries = REGIONS.map((code) => english.region.of(code) ?? '')
  const languages = LANGUAGES.split(/\s+/).map((code) => english.language.of(code) ?? '')
  const listed = [PEOPLES, TOWNS, WEEKDAYS].flatMap((names) => names.split(/\s+/))
  return folded([...cities, ...countries, ...languages, ...listed, ...MONTHS.flat()])
}

/** Every code of two letters; most are no country, and have no name. */
const REGIONS = Array.from({ length: 26 * 26 }, (_, at) =>
  String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
)

const nameOf = (type: 'language' | 'region') => new Intl.DisplayNames('en-GB', { type, fallback: 'none' })

/** Single words only: the screen looks at one word at a time. */
const folded = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map(foldName).filter((name) => name.length >= SHORTEST && /^[\p{L}\p{M}'’-]+$/u.test(name)))
