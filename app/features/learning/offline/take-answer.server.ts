import { deviceAccount } from '#app/auth/device-account.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { answerQuestion } from '../answer-question.server.ts'

export type DeviceAnswer = {
  /** Of the person who wrote it, as their device knows it. */
  account: string
  key: string
  /** The lesson's address. */
  path: string
  question: string
  chosen: readonly string[]
  print?: string | undefined
}

const PATH = /^\/learn\/([^/]+)\/([^/]+)$/

/** Takes an answer that a device held, once however often it is sent. @returns why not, when it cannot be taken. Throws 404 for a question out of reach. */
export async function takeAnswer(
  actor: Actor,
  { account, path, question, ...answer }: DeviceAnswer,
  now: Date,
): Promise<{ fault: string } | undefined> {
  if (account !== deviceAccount(actor.id)) return { fault: 'Somebody else wrote it.' }
  const [, course = '', lesson = ''] = PATH.exec(path) ?? []
  const result = await answerQuestion(actor, { course, lesson }, { questionId: question, ...answer }, now)
  return 'fault' in result ? result : undefined
}
