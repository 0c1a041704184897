import { randomUUID } from 'node:crypto'
import { db } from '#app/db/client.server.ts'
import type { Json } from '#app/domain/json.ts'
import { type Answers, answerField } from '#app/features/assessment/answers.ts'
import { beginAttempt } from '#app/features/assessment/begin-attempt.server.ts'
import { lockStage } from '#app/features/assessment/lock-stage.server.ts'
import { submitAttempt } from '#app/features/assessment/submit-attempt.server.ts'
import { keepDraft } from '#app/features/drafts/save-draft.server.ts'
import { plainDocument } from '#app/rich-text/document.ts'
import type { DemoAnswer } from './answers.ts'
import type { Clock } from './clock.ts'
import type { Member } from './people.ts'

type Prompts = DemoAnswer['prompts']
type Writing = Pick<DemoAnswer, 'key' | 'vignette'>
type Written = Writing & Pick<DemoAnswer, 'prompts' | 'gate'>

/** Begins an attempt and leaves a part of the answer in its draft: the first prompt, and the first words of the second. */
export async function beginAnswer(member: Member, answer: Written, clock: Clock): Promise<void> {
  const { id } = await openAttempt(member, answer, clock)
  const [first = ['', ''], second] = Object.entries(answer.prompts)
  const begun: Prompts = { [first[0]]: first[1], ...(second && { [second[0]]: firstWords(second[1]) }) }
  await keepAnswer(member, { subject: id, prompts: begun }, clock)
}

const firstWords = (text: string) =>
  text
    .split(/(?<=[.?!])\s/)
    .slice(0, 2)
    .join(' ')

/** Writes and hands in an answer. @returns the attempt's id. */
export async function handIn(member: Member, answer: Written, clock: Clock): Promise<string> {
  const { id } = await openAttempt(member, answer, clock)
  const gate = answer.gate && { [answerField.gate]: answer.gate }
  const declared = { [answerField.ownWork]: 'on', [answerField.noPatient]: 'on' }
  await submit(member, answer, { id, fields: { ...fieldsOf(answer.prompts), ...gate, ...declared } }, clock)
  return id
}

/** Hands in what a form with these fields sends. */
export async function submit(
  member: Member,
  { key, vignette }: Writing,
  { id: attemptId, fields }: { id: string; fields: Record<string, string> },
  clock: Clock,
): Promise<void> {
  const result = await submitAttempt(member.actor, vignette, { attemptId, draftVersion: 0, fields }, clock.after(1))
  if ('refused' in result) throw new Error(`${key} could not be handed in: ${Object.values(result.refused.errors)}`)
}

type Unfolding = Writing & { locked: Prompts[]; draft: Prompts }

/** Locks the first stages of an unfolding vignette and begins the next. */
export async function unfold(member: Member, answer: Unfolding, clock: Clock): Promise<void> {
  const { id: attemptId } = await openAttempt(member, answer, clock)
  for (const [stage, prompts] of answer.locked.entries()) {
    const sent = { attemptId, draftVersion: 0, fields: fieldsOf(prompts), stage }
    const refused = await lockStage(member.actor, answer.vignette, sent, clock.after(1))
    if (refused) throw new Error(`${answer.key} could not be locked: ${Object.values(refused.errors)}`)
  }
  await keepAnswer(member, { subject: `${attemptId}.${answer.locked.length}`, prompts: answer.draft }, clock)
}

const fieldsOf = (prompts: Prompts): Record<string, string> =>
  Object.fromEntries(Object.entries(prompts).map(([id, text]) => [answerField.answer(id), text]))

async function keepAnswer(member: Member, { subject, prompts }: { subject: string; prompts: Prompts }, clock: Clock) {
  const written: Answers = Object.fromEntries(Object.entries(prompts).map(([id, text]) => [id, plainDocument(text)]))
  const draft = { writer: randomUUID(), revision: 1, baseVersion: 0, body: written as unknown as Json }
  await keepDraft(member.actor, { kind: 'answer', subject, ...draft }, clock.after(0.7))
}

export async function openAttempt(member: Member, { key, vignette }: Writing, clock: Clock): Promise<{ id: string }> {
  const refusal = await beginAttempt(member.actor, vignette, clock.after(26))
  if (refusal) throw new Error(`${key} could not be begun: ${JSON.stringify(refusal)}`)
  return db().attempt.findFirstOrThrow({
    where: { userId: member.actor.id, state: 'open', vignette: { slug: vignette } },
    select: { id: true },
  })
}
