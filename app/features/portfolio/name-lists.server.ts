import { createRequire } from 'node:module'
import { allLocales } from '@faker-js/faker'
import { foldName } from '#app/domain/name-words.ts'
import type { NameLists } from '#app/domain/screen/names.ts'

/** Surnames that stand in the course's bibliography, or on every reading list of this field, and on no list of given names. */
const AUTHORS = `ainsworth barnicot bateman bion bowlby carlyle charlin crawford csibra fairbairn ferenczi fleiss folmo fonagy freud
  gergely gunderson gwet karterud kernberg kohut krippendorff linehan luyten rossouw shrout storebø volkert winnicott yirmiya`

/** English writes these with a capital; none is a person. */
const LANGUAGES = `ar bn cs cy da de el en es fa fi fr ga gd gu he hi hu it ja ko ku lt lv nb nl no pa pl ps pt ro ru so sq sr sv sw ta tr
  uk ur vi yo zh`
const PEOPLES = `african american asian australian belgian black british caribbean danish dutch european irish jewish muslim nigerian
  norwegian roma scottish swedish swiss white`
/** Towns that are surnames or given names, or that no time zone is called after. */
const TOWNS = `aberdeen bath bedford belfast bergen birmingham blackpool bolton boston bradford brighton bristol bromley cambridge
  camden cardiff carlisle chelsea cheltenham chester coventry croydon derby devon dorset durham ealing edinburgh essex exeter
  glasgow gloucester greenwich hackney halifax harlow harrow hastings haarlem hull ipswich islington kent kingston lambeth lancaster
  leeds leicester leiden lewes lewisham lincoln liverpool london luton manchester middlesex newcastle newham northampton norwich
  nottingham oxford paris plymouth portsmouth preston reading richmond rotterdam salford sheffield shrewsbury southampton stafford
  stavanger stockport stoke sunderland surrey sussex sutton swansea swindon taunton telford tilburg trondheim tromsø utrecht
  wakefield warwick watford wigan winchester windsor worcester york florence sydney`

/**
 * The names of NameLists, from two libraries: given names of forty languages that are kept up (@faker-js/faker), and a large list of
 * names of all kinds (humannames). Read when the first text is screened, then kept: 30 MB and half a second.
 */
export function nameLists(): NameLists {
  lists ??= { given: givenNames(), any: anyNames(), places: places(), authors: folded(AUTHORS.split(/\s+/)) }
  return lists
}

let lists: NameLists | undefined

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
  return folded([
    ...cities,
    ...countries,
    ...languages,
    ...PEOPLES.split(/\s+/),
    ...TOWNS.split(/\s+/),
    ...daysAndMonths(),
  ])
}

/** Two letters each; what is no country comes back as it was. */
const REGIONS = Array.from({ length: 26 * 26 }, (_, at) =>
  String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
)

const nameOf = (type: 'language' | 'region') => new Intl.DisplayNames('en-GB', { type })

function daysAndMonths(): string[] {
  const [month, day] = [{ month: 'long' }, { weekday: 'long' }].map(
    (format) => new Intl.DateTimeFormat('en-GB', format as Intl.DateTimeFormatOptions),
  )
  return Array.from({ length: 12 }, (_, at) => [
    month?.format(new Date(2024, at, 1)) ?? '',
    day?.format(new Date(2024, 0, at + 1)) ?? '',
  ]).flat()
}

/** Single words only: the screen looks at one word at a time. */
const folded = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.map(foldName).filter((name) => name.length >= SHORTEST && /^[\p{L}\p{M}'’-]+$/u.test(name)))
