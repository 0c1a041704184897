import { randomUUID } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import type { Json } from '#app/domain/json.ts'
import { type Answers, answerField } from '#app/features/assessment/answers.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { submitAttempt } from '#app/features/assessment/submit-attempt.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import type { DemoAnswer } from './cast.ts'
import type { Clock } from './clock.ts'
import type { Member } from './people.ts'

/** Begins an attempt and leaves a part of the answer in its draft: the first prompt, and the first words of the second. */
export async function beginAnswer(member: Member, answer: DemoAnswer, clock: Clock): Promise<void> {
  const attempt = await openAttempt(member, answer, clock)
  const [first = ['', ''], second] = Object.entries(answer.prompts)
  const begun: Answers = { [first[0]]: plainDocument(first[1]) }
  if (second)
    begun[second[0]] = plainDocument(
      second[1]
        .split(/(?<=[.?!])\s/)
        .slice(0, 2)
        .join(' '),
    )
  const draft = { writer: randomUUID(), revision: 1, baseVersion: 0, body: begun as unknown as Json }
  await keepDraft(member.actor, { kind: 'answer', subject: attempt.id, ...draft }, clock.after(0.7))
}

/** Writes and hands in an answer. @returns the code that the script goes by. */
export async function handIn(member: Member, answer: DemoAnswer, clock: Clock): Promise<string> {
  const attempt = await openAttempt(member, answer, clock)
  const texts = Object.entries(answer.prompts).map(([id, text]) => [answerField.answer(id), text])
  const gate = answer.gate && { [answerField.gate]: answer.gate }
  const declared = { [answerField.ownWork]: 'on', [answerField.noPatient]: 'on' }
  const fields = { ...Object.fromEntries(texts), ...gate, ...declared }
  const sent = { attemptId: attempt.id, draftVersion: 0, fields }
  const result = await submitAttempt(member.actor, answer.vignette, sent, clock.after(1))
  if ('refused' in result)
    throw new Error(`${answer.key} could not be handed in: ${Object.values(result.refused.errors)}`)
  const { code } = await db().allocation.findFirstOrThrow({ where: { attemptId: attempt.id }, select: { code: true } })
  return code
}

async function openAttempt(member: Member, { key, vignette }: DemoAnswer, clock: Clock): Promise<{ id: string }> {
  const refusal = await beginAttempt(member.actor, vignette, clock.after(26))
  if (refusal) throw new Error(`${key} could not be begun: ${JSON.stringify(refusal)}`)
  return db().attempt.findFirstOrThrow({
    where: { userId: member.actor.id, state: 'open', vignette: { slug: vignette } },
    select: { id: true },
  })
}
