import { db } from '#app/db/client.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { markLessonWords } from '#app/features/learning/notes/mark-lesson-words.server.ts'
import { viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { now } from '../accounts.ts'
import { type Area, COURSE } from './area.ts'

/** The course that Noor is on, a paragraph that she marked and a question that is due; and its first lesson as its authors have it. */
export async function oneOfStudying(noor: Actor): Promise<Area> {
  await haveInHand(noor)
  const [lesson, text] = [`/learn/${COURSE}/one`, `/author/courses.${COURSE}.lessons.one`]
  const addresses = {
    'courses.$slug': `/courses/${COURSE}`,
    'learn.$course': `/learn/${COURSE}`,
    'learn.$course.enrolment': `/learn/${COURSE}/enrolment`,
    'learn.$course.$lesson': lesson,
    'learn.$course.$lesson.pdf': `${lesson}.pdf`,
    'learn.$course.$lesson.notes': `${lesson}/notes`,
    'learn.$course.$lesson.reading': `${lesson}/reading`,
    'learn.$course.$lesson.media': `${lesson}/media`,
    'learn.$course.$lesson.media.$file': `${lesson}/media/in-a-room.m4a`,
    'learn.notes.$id': `/learn/notes/${await noteOf(noor)}`,
    'author.$name': text,
    'author.$name.versions': `${text}/versions`,
    'author.$name.versions.$number': `${text}/versions/1`,
    'pathways.$slug': '/pathways/practitioner',
    'progress.pathways.$slug': '/progress/pathways/practitioner',
  }
  return { addresses, sent: { 'learn.$course.enrolment': { form: { intent: 'return' } } } }
}

/** A question that Noor answered long ago, and that is due. */
async function haveInHand(noor: Actor) {
  const { id: enrolmentId } = await db().enrolment.findFirstOrThrow({ where: { userId: noor.id } })
  const card = { stability: 2, difficulty: 2, reviewedOn: new Date('2026-10-01'), dueOn: new Date('2026-10-03') }
  await db().practiceCard.create({ data: { enrolmentId, questionId: 'q-1', ...card, reviews: 1 } })
}

/** A paragraph of the first lesson that she marked. */
async function noteOf(noor: Actor): Promise<string> {
  const at = { course: COURSE, lesson: 'one' }
  const page = await viewLesson(noor, at, null)
  const anchor = typeof page === 'object' ? (page.paragraphs[0]?.id ?? '') : ''
  return (await markLessonWords(noor, at, { chosen: [{ anchor }] }, now)).ids[0] ?? ''
}
