import { z } from 'zod'
import { transact } from '#app/db/client.server.ts'
import {
  deleteBankComment,
  findBankComments,
  findRubrics,
  insertBankComment,
  type NamedRubric,
  updateBankComment,
} from '#app/db/comment-bank.server.ts'
import { BANK_CHARACTERS_AT_LEAST, type BankComment, OVERALL } from '#app/domain/comment-bank.ts'
import { COMMENT_CHARACTERS } from '#app/domain/mark-form.ts'
import type { Actor } from '#app/domain/people.ts'
import { figure } from '#app/domain/wording.ts'

/** The comments that a marker may start from on a rubric: their own and those that others share. */
export const bankOf = (actor: Pick<Actor, 'id'>, rubricSlug: string): Promise<BankComment[]> =>
  findBankComments(actor.id, rubricSlug)

export type BankPage = {
  rubrics: { slug: string; title: string }[]
  rubric: NamedRubric
  /** By criterion, in the rubric's order, the whole last. */
  groups: { id: string; title: string; comments: BankComment[] }[]
}

/** One rubric's part of the bank; the first rubric unless one is named. Null where there is no rubric at all. */
export async function viewBank(actor: Pick<Actor, 'id'>, rubricSlug: string | undefined): Promise<BankPage | null> {
  const rubrics = await findRubrics()
  const rubric = rubrics.find(({ slug }) => slug === rubricSlug) ?? rubrics[0]
  if (!rubric) return null
  const comments = await bankOf(actor, rubric.slug)
  const criteria = [...rubric.criteria, { id: OVERALL, title: 'Overall comment' }]
  return {
    rubrics: rubrics.map(({ slug, title }) => ({ slug, title })),
    rubric,
    groups: criteria.map(({ id, title }) => ({
      id,
      title,
      comments: comments.filter(({ criterionId }) => criterionId === id),
    })),
  }
}

const text = z
  .string()
  .trim()
  .min(BANK_CHARACTERS_AT_LEAST, 'Write a sentence that is worth keeping.')
  .max(COMMENT_CHARACTERS, `Use at most ${figure(COMMENT_CHARACTERS)} characters.`)

export const bankForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('keep'),
    rubric: z.string().min(1, 'Choose a rubric.'),
    criterion: z.string().min(1, 'Choose what it is about.'),
    text,
    shared: z.string().optional(),
  }),
  z.object({ intent: z.literal('change'), id: z.uuid(), text, shared: z.string().optional() }),
  z.object({ intent: z.literal('delete'), id: z.uuid() }),
])

/**
 * Keeps, changes or deletes a comment of the actor's own. What others share is theirs to change.
 * @throws 404 for a comment that is not the actor's, and for a criterion that the rubric does not have.
 */
export async function changeBank(actor: Pick<Actor, 'id'>, wish: z.output<typeof bankForm>, now: Date): Promise<void> {
  if (wish.intent === 'keep') await checkCriterion(wish)
  const isDone = await transact(async (tx) => {
    switch (wish.intent) {
      case 'keep': {
        const { rubric, criterion, text, shared } = wish
        const kept = { ownerId: actor.id, rubricSlug: rubric, criterionId: criterion, text }
        await insertBankComment(tx, { ...kept, isShared: shared !== undefined, createdAt: now })
        return true
      }
      case 'change':
        return updateBankComment(
          tx,
          { id: wish.id, ownerId: actor.id },
          { text: wish.text, isShared: wish.shared !== undefined },
        )
      case 'delete':
        return deleteBankComment(tx, { id: wish.id, ownerId: actor.id })
    }
  })
  if (!isDone) throw new Response('There is no such comment of yours.', { status: 404 })
}

async function checkCriterion({ rubric, criterion }: { rubric: string; criterion: string }): Promise<void> {
  const found = (await findRubrics()).find(({ slug }) => slug === rubric)
  if (!found || (criterion !== OVERALL && !found.criteria.some(({ id }) => id === criterion)))
    throw new Response('There is no such criterion.', { status: 404 })
}
