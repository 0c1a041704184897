import { countries } from './countries.ts'
import { HOME_REGION, localeOf, type Region } from './region.ts'

/** Whether anybody knows how English is written there: `Intl` would take an unknown place for the United States. */
const isKnown = (region: Region) => {
  const [locale] = Intl.DateTimeFormat.supportedLocalesOf(localeOf(region))
  return new Intl.DateTimeFormat(locale).resolvedOptions().locale === localeOf(region)
}

/** Those that can be chosen, by name. */
export const regions: readonly { code: Region; name: string }[] = countries.filter(({ code }) => isKnown(code))

const codes = new Set(regions.map(({ code }) => code))
export const isRegion = (code: string): boolean => codes.has(code)

/** The region that a browser asks for in `Accept-Language`, its first wish first; the home region where it names none that is known. */
export function regionAskedFor(acceptLanguage: string | null): Region {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((wish) => /^\s*[a-z]{2,3}-(?:[a-z]{4}-)?([a-z]{2})\b/i.exec(wish)?.[1])
  return wishes.map((code) => code?.toUpperCase()).find((code) => code !== undefined && isRegion(code)) ?? HOME_REGION
}

/** The time zone of a region that has but one: of any other nobody can tell it from the region. */
export function onlyZoneIn(region: Region): string | undefined {
  const [zone, another] = new Intl.Locale(localeOf(region)).getTimeZones() ?? []
  return another === undefined ? zone : undefined
}
