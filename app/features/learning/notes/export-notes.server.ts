import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { documentMarkdown, escapeMarkdown, quoted } from '#app/rich-text/markdown.ts'
import { hrefOf } from '../place.ts'
import { type NotedCourse, viewNotes } from './view-notes.server.ts'

const CHANGED = '*The lesson has changed since: these words are no longer in it.*'

/** Everything that the actor marked and wrote, as a file of their own. */
export async function exportNotes(
  actor: Pick<Actor, 'id' | 'profession' | 'timeZone'>,
  format: 'md' | 'json',
  now: Date,
): Promise<{ text: string; fileName: string }> {
  const { courses } = await viewNotes(actor)
  const text = format === 'md' ? `# My notes\n\n${courses.map(markdownOf).join('\n')}` : jsonOf(courses, now)
  return { text, fileName: `notes-${todayIn(actor.timeZone, now)}.${format}` }
}

const markdownOf = ({ title, lessons }: NotedCourse): string =>
  [
    `## ${escapeMarkdown(title)}`,
    ...lessons.flatMap((lesson) => [
      `### ${escapeMarkdown(lesson.title)}`,
      ...lesson.notes.flatMap(({ quote, note, place }) => [
        quoted(escapeMarkdown(quote)),
        ...(place ? [] : [CHANGED]),
        ...(note ? [documentMarkdown(note)] : []),
      ]),
    ]),
    '',
  ].join('\n\n')

function jsonOf(courses: readonly NotedCourse[], now: Date): string {
  const notes = courses.flatMap((course) =>
    course.lessons.flatMap((lesson) =>
      lesson.notes.map(({ quote, note, place, madeAt }) => ({
        course: course.title,
        lesson: lesson.title,
        ...(lesson.slug && {
          address: hrefOf(course.slug, { kind: 'lesson', slug: lesson.slug, anchor: place?.anchor }),
        }),
        quote,
        isInLesson: place !== undefined,
        markedAt: new Date(madeAt).toISOString(),
        note: note && documentMarkdown(note),
      })),
    ),
  )
  return `${JSON.stringify({ exportedAt: now.toISOString(), notes }, null, 2)}\n`
}
