/** An ISO 3166-1 code: the country by whose habit dates, times, numbers and amounts are written. The words around them are British English everywhere. */
export type Region = string

export const HOME_REGION: Region = 'GB'

let regionOfReader: () => Region | undefined = () => undefined

/** Says where the region of whoever reads is found: on the server with the request, in a browser on the page. */
export function findRegionIn(read: () => Region | undefined): void {
  regionOfReader = read
}

/** The region of whoever reads now; the home region for what is written for nobody in particular, such as a mail. */
export const readersRegion = (): Region => regionOfReader() ?? HOME_REGION

export const localeOf = (region: Region): string => `en-${region}`

/** Runs what writes sentences that others will read as well, or that are kept, so that they are alike for everybody. It must not wait for anything. */
export function writtenForAll<T>(work: () => T): T {
  const before = regionOfReader
  regionOfReader = () => undefined
  try {
    return work()
  } finally {
    regionOfReader = before
  }
}

/** How people of a region write a date and a time; what `Intl` knows of it is asked once. */
export type Habit = { monthFirst: boolean; hourCycle: 'h12' | 'h23' }

const habits = new Map<Region, Habit>()

export function habitOf(region: Region): Habit {
  const known = habits.get(region)
  if (known) return known
  const order = new Intl.DateTimeFormat(localeOf(region), { dateStyle: 'long' }).formatToParts().map(({ type }) => type)
  const { hourCycle } = new Intl.DateTimeFormat(localeOf(region), { hour: 'numeric' }).resolvedOptions()
  const habit: Habit = {
    monthFirst: order.indexOf('month') < order.indexOf('day'),
    hourCycle: hourCycle === 'h12' ? 'h12' : 'h23',
  }
  habits.set(region, habit)
  return habit
}
