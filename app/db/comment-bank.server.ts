import type { BankComment } from '#app/domain/comment-bank.ts'
import { type Db, db, Prisma } from './client.server.ts'

/** More than this nobody reads through; the own ones come first. */
const MOST = 400

/** A person's own and shared comments for a rubric, given by its slug, as JSON: the own ones first, the newest on top. */
export const bankAsJson = (personId: string, rubricSlug: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', bc.id, 'criterionId', bc.criterion_id, 'text', bc.text, 'isOwn', bc."isOwn", 'isShared', bc.is_shared)), '[]')
  FROM (SELECT *, owner_id = ${personId}::uuid AS "isOwn" FROM bank_comment
        WHERE rubric_slug = ${rubricSlug} AND (owner_id = ${personId}::uuid OR is_shared)
        ORDER BY owner_id <> ${personId}::uuid, created_at DESC, id LIMIT ${MOST}) bc)`

/** The same, in a statement of its own. */
export async function findBankComments(personId: string, rubricSlug: string): Promise<BankComment[]> {
  const [row] = await db().$queryRaw<{ bank: BankComment[] }[]>`
    SELECT ${bankAsJson(personId, Prisma.sql`${rubricSlug}`)} AS bank`
  return row?.bank ?? []
}

export type NamedRubric = { slug: string; title: string; criteria: { id: string; title: string }[] }

/** Every rubric that is in use, with the names of its criteria. One statement. */
export async function findRubrics(): Promise<NamedRubric[]> {
  return db().$queryRaw<NamedRubric[]>`
    SELECT ci.slug, v.body ->> 'title' AS title,
           (SELECT jsonb_agg(jsonb_build_object('id', c ->> 'id', 'title', c ->> 'title'))
            FROM jsonb_array_elements(v.body -> 'criteria') c) AS criteria
    FROM content_item ci JOIN content_version v ON v.id = ci.current_version_id
    WHERE ci.kind = 'rubric' AND ci.is_listed ORDER BY ci.position, ci.slug`
}

type NewComment = {
  ownerId: string
  rubricSlug: string
  criterionId: string
  text: string
  isShared: boolean
  createdAt: Date
}

/** Keeps a comment; one that this person has word for word already is not doubled. */
export async function insertBankComment(tx: Db, comment: NewComment): Promise<void> {
  const { ownerId, rubricSlug, criterionId, text } = comment
  const same = await tx.bankComment.findFirst({
    where: { ownerId, rubricSlug, criterionId, text },
    select: { id: true },
  })
  if (!same) await tx.bankComment.create({ data: comment, select: { id: true } })
}

/** @returns false when it is not this person's. */
export async function updateBankComment(
  tx: Db,
  { id, ownerId }: { id: string; ownerId: string },
  data: { text?: string; isShared?: boolean },
): Promise<boolean> {
  return (await tx.bankComment.updateMany({ where: { id, ownerId }, data })).count === 1
}

/** @returns false when it is not this person's, or has gone already. */
export async function deleteBankComment(tx: Db, where: { id: string; ownerId: string }): Promise<boolean> {
  return (await tx.bankComment.deleteMany({ where })).count === 1
}
