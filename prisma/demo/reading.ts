import { z } from 'zod'
import { transact } from '#app/db/client.server.ts'
import { addReading } from '#app/db/lesson-reading.server.ts'
import { insertStudyNote } from '#app/db/study-notes.server.ts'
import { DAY_MS } from '#app/domain/time.ts'
import { enrol } from '#app/features/learning/enrol.server.ts'
import { keepNote, requireOwnNote } from '#app/features/learning/notes/keep-note.server.ts'
import { findOwnCourse } from '#app/features/learning/own-course.server.ts'
import { type LessonWords, lessonWords, placeInLesson } from './lesson-words.ts'
import { type Member, type Members, memberOf } from './people.ts'
import { readYaml } from './read-yaml.ts'
import { rehearse } from './rehearsing.ts'

const kept = { by: z.string(), daysAgo: z.number(), ...lessonWords }

const readingSchema = z.strictObject({
  notes: z.array(z.strictObject({ ...kept, note: z.string().optional() })),
  /** In a course that is begun with it: so many minutes were read, up to the paragraph with these words. */
  stops: z.array(z.strictObject({ ...kept, minutes: z.int() })),
  practice: z.array(z.strictObject({ by: z.string(), daysAgo: z.number(), answers: z.int(), wrong: z.int() })),
})

export const readReading = (directory: string): z.output<typeof readingSchema> =>
  readYaml(directory, 'studying.yaml', readingSchema)

type Reading = { members: Members; now: Date }

/** What `content/demo/studying.yaml` says that people keep of their lessons for themselves. */
export async function keepReading(directory: string, { members, now }: Reading): Promise<void> {
  const { notes, stops, practice } = readReading(directory)
  const at = (daysAgo: number) => new Date(now.getTime() - daysAgo * DAY_MS)
  for (const { by, daysAgo, note, ...words } of notes) await keep(memberOf(members, by), words, note, at(daysAgo))
  for (const { by, daysAgo, minutes, ...words } of stops) await stop(memberOf(members, by), words, minutes, at(daysAgo))
  for (const { by, daysAgo, ...answers } of practice) await rehearse(memberOf(members, by).actor, answers, at(daysAgo))
}

async function keep({ actor }: Member, at: LessonWords, text: string | undefined, now: Date): Promise<void> {
  const { versionId: courseVersionId, ...marked } = await placeInLesson(at)
  const mark = { ...marked, userId: actor.id, lesson: at.lesson, courseVersionId, now }
  const id = await transact((tx) => insertStudyNote(tx, mark))
  if (!text) return
  const { version: seenVersion } = await requireOwnNote(actor, id)
  const result = await keepNote(actor, id, { draftVersion: 0, seenVersion, text, typed: {} }, now)
  if ('refused' in result) throw new Error(`A note is refused: ${JSON.stringify(result.refused.fault)}`)
}

async function stop({ actor }: Member, at: LessonWords, minutes: number, now: Date): Promise<void> {
  await enrol(actor, at.course, now)
  const { anchor } = await placeInLesson(at)
  const own = await findOwnCourse(actor.id, at)
  if (typeof own !== 'object') throw new Error(`${actor.name} is not enrolled in ${at.course}.`)
  const reading = { enrolmentId: own.enrolmentId, lessonSlug: at.lesson, anchor, seconds: minutes * 60 }
  await transact((tx) => addReading(tx, reading))
}
