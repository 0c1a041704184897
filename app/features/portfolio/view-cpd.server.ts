import { type MeasuredCourse, readMeasuredCourses } from '#app/db/lesson-reading.server.ts'
import { listEntries } from '#app/db/portfolio.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type EntryOf, ofKind } from './entries-of-kind.ts'

export type CpdYear = { year: string; hours: number; participatoryHours: number; entries: EntryOf<'cpd'>[] }

export type CpdPage = { years: CpdYear[]; courses: MeasuredCourse[] }

/** The actor's development by year, the latest first, and what was measured in the courses that they study here. */
export async function viewCpd(actor: Pick<Actor, 'id'>): Promise<CpdPage> {
  const [entries, courses] = await Promise.all([listEntries(actor.id, 'cpd'), readMeasuredCourses(actor.id)])
  return {
    years: yearsOf(ofKind(entries, 'cpd')),
    courses: courses.filter((one) => one.activeSeconds > 0 || one.isCompleted),
  }
}

function yearsOf(all: readonly EntryOf<'cpd'>[]): CpdYear[] {
  return [...Map.groupBy(all, ({ occurredOn }) => occurredOn.slice(0, 4))].map(([year, entries]) => ({
    year,
    hours: entries.reduce((sum, { body }) => sum + body.hours, 0),
    participatoryHours: entries.reduce((sum, { body }) => sum + body.participatoryHours, 0),
    entries,
  }))
}
