import { editionOf } from '#app/content/catalogue.server.ts'
import { ISSUER } from '#app/domain/certificate.ts'
import type { Actor } from '#app/domain/people.ts'
import { minutesWords } from '#app/domain/reading-time.ts'
import { settings } from '#app/env.server.ts'
import { reportPdf } from '#app/pdf/report/report-pdf.server.ts'
import { formatTime } from '#app/ui/time.tsx'
import { type LessonAddress, requireOwnLesson } from '../own-course.server.ts'
import { lessonReportBlocks } from './lesson-report-blocks.ts'

/** A lesson of one's own as a PDF to read on paper or elsewhere. Throws 404 out of reach. */
export async function lessonPdf(
  actor: Pick<Actor, 'id' | 'profession' | 'timeZone'>,
  at: LessonAddress,
  now: Date,
): Promise<Uint8Array> {
  const { course, lesson, versionId, enrolmentId } = await requireOwnLesson(actor.id, at)
  const edition = await editionOf(versionId)
  const questions = course.questions.filter((question) => question.lesson === lesson.slug)
  const day = (moment: Date) => formatTime(moment, actor.timeZone)
  return reportPdf({
    title: course.title,
    about: lesson.title,
    facts: [
      { term: 'Lesson', value: `${course.lessons.indexOf(lesson) + 1} of ${course.lessons.length}` },
      { term: 'Reading time', value: minutesWords(lesson.minutes) },
      { term: 'Version', value: `${edition.number}, published on ${day(edition.publishedAt)}` },
      { term: 'Printed from the course', value: day(now) },
      { term: 'Address', value: `${settings().appUrl}/learn/${at.course}/${at.lesson}` },
    ],
    remarks: [
      lesson.aim,
      ...(questions.length > 0
        ? ['What the questions are answered by stands on the last pages, with the reasons.']
        : []),
    ],
    runningHead: `${course.title} · ${lesson.title}`,
    manner: 'text',
    issuer: ISSUER,
    madeAt: now,
    blocks: lessonReportBlocks(lesson, { profession: actor.profession, questions, seed: enrolmentId }),
  })
}
