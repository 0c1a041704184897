import { ISSUER } from '#app/domain/certificate.ts'
import { dayWords } from '#app/domain/pathway/days.ts'
import type { Actor } from '#app/domain/people.ts'
import { todayIn } from '#app/domain/portfolio/days.ts'
import { settings } from '#app/env.server.ts'
import { reportPdf } from '#app/pdf/report/report-pdf.server.ts'
import { type LessonAddress, requireOwnLesson } from '../own-course.server.ts'
import { lessonReportBlocks } from './lesson-report-blocks.ts'

/** A lesson of one's own as a PDF to read on paper or elsewhere. Throws 404 out of reach. */
export async function lessonPdf(
  actor: Pick<Actor, 'id' | 'profession' | 'timeZone'>,
  at: LessonAddress,
  now: Date,
): Promise<Uint8Array> {
  const { course, lesson } = await requireOwnLesson(actor.id, at)
  return reportPdf({
    title: course.title,
    about: lesson.title,
    facts: [
      { term: 'Lesson', value: `${course.lessons.indexOf(lesson) + 1} of ${course.lessons.length}` },
      { term: 'Reading time', value: `${lesson.minutes} minutes` },
      { term: 'As of', value: dayWords(todayIn(actor.timeZone, now)) },
      { term: 'Address', value: `${settings().appUrl}/learn/${at.course}/${at.lesson}` },
    ],
    remarks: [
      lesson.aim,
      'The drawings of figures and the questions stand on the lesson’s page; what a figure shows is here in words.',
    ],
    runningHead: `${course.title} · ${lesson.title}`,
    issuer: ISSUER,
    madeAt: now,
    blocks: lessonReportBlocks(lesson, actor.profession),
  })
}
