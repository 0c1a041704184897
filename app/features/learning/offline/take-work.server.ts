import { deviceAccount } from '#app/auth/device-account.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { givenAnswer } from '../answer-fields.server.ts'
import { answerQuestion } from '../answer-question.server.ts'
import { chosenIn, type SentWork } from '../lesson-forms.server.ts'
import { markLessonRead } from '../mark-lesson-read.server.ts'
import { markLessonWords } from '../notes/mark-lesson-words.server.ts'
import { noteToAdd } from '../notes/note-to-add.server.ts'
import type { LessonAddress } from '../own-course.server.ts'

type Sent = {
  /** Of the person whose work it is, as their device knows it. */
  account: string
  key: string
  /** The lesson's address. */
  path: string
  work: SentWork
}

const PATH = /^\/learn\/([^/]+)\/([^/]+)$/

/** Takes what a device held back, once however often it is sent. @returns why not, when it cannot be taken: a sentence for whoever did it. */
export async function takeWork(
  actor: Actor,
  { account, key, path, work }: Sent,
  now: Date,
): Promise<{ fault: string } | undefined> {
  if (account !== deviceAccount(actor.id)) return { fault: 'Somebody else wrote it.' }
  const [, course = '', lesson = ''] = PATH.exec(path) ?? []
  try {
    return await take(actor, { course, lesson }, { ...work, key }, now)
  } catch (thrown) {
    if (thrown instanceof Response) return { fault: await reasonOf(thrown) }
    throw thrown
  }
}

async function take(
  actor: Actor,
  at: LessonAddress,
  work: SentWork & { key: string },
  now: Date,
): Promise<{ fault: string } | undefined> {
  switch (work.intent) {
    case 'read':
      await markLessonRead(actor, at, now, work.key)
      return undefined
    case 'answer': {
      const answer = { questionId: work.question, key: work.key, chosen: givenAnswer(work), print: work.print }
      const result = await answerQuestion(actor, at, answer, now)
      return 'fault' in result ? result : undefined
    }
    case 'mark': {
      const note = work.note === undefined ? undefined : noteToAdd(actor, work.note, now)
      if (note && 'fault' in note) return note
      await markLessonWords(actor, at, { chosen: chosenIn(work), key: work.key, andThen: note?.add }, now)
      return undefined
    }
  }
}

/** What a page would show instead: here it is read beside the work, perhaps days after it was done. */
async function reasonOf(thrown: Response): Promise<string> {
  if (thrown.status >= 300 && thrown.status < 400) return 'This lesson has been taken out of the course.'
  if (thrown.status === 404) return 'The lesson, or this part of it, is no longer open to you.'
  return thrown.text()
}
