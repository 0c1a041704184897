import type { Actor } from '#app/domain/people.ts'
import { askAtParagraph } from '#app/features/discussion/ask-at-paragraph.server.ts'
import { type LessonPage, viewLesson } from '#app/features/learning/view-lesson.server.ts'
import { now } from '../accounts.ts'
import { announce, begin } from '../discussion.ts'
import { type Area, COURSE } from './area.ts'

/** A thread that Noor began, another at a paragraph, and what Lena announced. */
export async function oneOfDiscussion(lena: Actor, noor: Actor, cohortId: string): Promise<Area> {
  const thread = await begin(noor, cohortId)
  const announcement = await announce(lena, cohortId)
  const [cohort, written] = [`/cohorts/${cohortId}`, { form: { title: 'T', text: 'Some words.', audience: 'cohort' } }]
  const { html } = (await viewLesson(noor, { course: COURSE, lesson: 'one' }, null)) as LessonPage
  const [, question = '', anchor = ''] = /href="([^"]+ask\?at=([^"]+))"/.exec(html) ?? []
  const asking = { course: COURSE, lesson: 'one', anchor, audience: 'leads' } as const
  const asked = await askAtParagraph(noor, asking, { draftVersion: 0, title: '', text: 'Why?', typed: {} }, now)
  if ('refused' in asked) throw new Error('Nothing was asked.')
  const addresses = {
    'learn.$course.$lesson.ask': question,
    'cohorts.$id.discussion': `${cohort}/discussion`,
    'cohorts.$id.discussion.new': `${cohort}/discussion/new`,
    'cohorts.$id.discussion.$thread': `${cohort}/discussion/${thread}`,
    'cohorts.$id.discussion.$thread.lesson': `${cohort}/discussion/${asked.id}/lesson`,
    'cohorts.$id.discussion.$thread.write': `${cohort}/discussion/${thread}/write`,
    'cohorts.$id.announcements': `${cohort}/announcements`,
    'cohorts.$id.announcements.write': `${cohort}/announcements/write`,
  }
  const sent = {
    'learn.$course.$lesson.ask': written,
    'cohorts.$id.discussion.new': written,
    'cohorts.$id.discussion.$thread.write': written,
    'cohorts.$id.discussion.$thread': { form: { intent: 'report', post: '1', words: 'Look at this.' } },
    'cohorts.$id.announcements': { form: { announcement } },
    'cohorts.$id.announcements.write': written,
  }
  return { addresses, sent }
}
