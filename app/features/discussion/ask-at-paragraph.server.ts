import { findPassage, type Passage } from '#app/content/find-passage.server.ts'
import { firstWords } from '#app/content/paragraph-text.ts'
import { type AskingPlace, type Paragraph, questionDraftId, readAskingPlace } from '#app/db/asking.server.ts'
import { transact } from '#app/db/client.server.ts'
import type { Audience } from '#app/db/discussion.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { checkWriting, savedWriting } from './check-writing.server.ts'
import { openIn } from './write-post.server.ts'
import { nothingWritten, type RefusedWriting, type SentWriting, type WritingPage } from './written.ts'

/**
 * The page to ask the training leads on, at a paragraph of a lesson that the actor studies.
 * @throws 404 where they are not enrolled or in no cohort, and where the lesson never had such a paragraph.
 */
export async function viewAsking(
  actor: Pick<Actor, 'id'>,
  at: Paragraph,
): Promise<{ cohortName: string; passage: Passage; page: WritingPage }> {
  const { place, passage } = await findPlace(actor, at)
  const subject = `${at.course}.${at.lesson}.${at.anchor}`
  return {
    cohortName: place.cohortName,
    passage,
    page: { subject, draft: savedWriting(place.draft), initial: nothingWritten() },
  }
}

/**
 * Asks about a paragraph: a thread of the actor's cohort that keeps its words, for the training leads alone unless the actor wants all to
 * read it. Sent twice, it is one.
 * @returns where it stands, or what has to be put right.
 * @throws 404 as above.
 */
export async function askAtParagraph(
  actor: Actor,
  { audience, ...at }: Paragraph & { audience: Audience },
  sent: SentWriting,
  now: Date,
): Promise<{ cohortId: string; id: string } | { refused: RefusedWriting }> {
  const { place, passage } = await findPlace(actor, at)
  const { cohortId, courseId } = place
  const draft = { ownerId: actor.id, kind: 'question', subjectId: questionDraftId(at) } as const
  const checked = await checkWriting(actor, { draft, cohortId, hasTitle: false }, sent, now)
  if ('refused' in checked) return checked
  const title = `${passage.lessonTitle}: ‘${firstWords(passage.words)}’`
  const from = { courseId, lessonSlug: at.lesson, anchor: at.anchor, quote: passage.words }
  const written = { ...checked.written, title }
  return transact(async (tx) => {
    const opening = { cohortId, audience, written, confirmed: checked.confirmed, passage: from, draft, now }
    return { cohortId, ...(await openIn(tx, actor, opening)) }
  })
}

async function findPlace(actor: Pick<Actor, 'id'>, at: Paragraph): Promise<{ place: AskingPlace; passage: Passage }> {
  const place = await readAskingPlace(actor.id, at)
  const passage = place && (await findPassage(place, at))
  if (!passage) throw new Response('There is no such paragraph in a lesson of yours.', { status: 404 })
  return { place, passage }
}
