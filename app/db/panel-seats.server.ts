import type { SavedDraft } from '#app/domain/draft.ts'
import type { PanelKind } from '#app/domain/keyed/panel.ts'
import { type Db, db, Prisma } from './client.server.ts'
import { type HeldPanel, judgedOn, kindOf, titleOf } from './panels.server.ts'

export type HeldMembership = HeldPanel & {
  memberId: string
  userId: string
  answeredAt: Date | null
  /** Of a benchmark: the version of its vignette's rubric that is current. */
  rubricVersionId: string | null
}

/** One's own seat on a panel, held until the transaction ends; the panel stays as it is meanwhile. Null for anybody else's. */
export async function holdMembership(tx: Db, userId: string, panelId: string): Promise<HeldMembership | null> {
  const [held] = await tx.$queryRaw<HeldMembership[]>`
    SELECT p.id, p.title, ${kindOf} AS kind, p.item_id AS "itemId", p.content_version_id AS "contentVersionId",
           to_char(p.closes_on, 'YYYY-MM-DD') AS "closesOn", m.id AS "memberId", m.user_id AS "userId", m.answered_at AS "answeredAt",
           r.current_version_id AS "rubricVersionId"
    FROM panel p JOIN panel_member m ON m.panel_id = p.id
      JOIN content_item i ON i.id = p.item_id JOIN content_version v ON v.id = p.content_version_id
      ${judgedOn}
    WHERE p.id::text = ${panelId} AND m.user_id = ${userId}::uuid
    FOR SHARE OF p FOR UPDATE OF m`
  return held ?? null
}

export type OwnSeat = {
  panelId: string
  memberId: string
  title: string
  kind: PanelKind
  itemTitle: string
  contentVersionId: string
  closesOn: string
  expertise: string
  answers: unknown
  answeredAt: Date | null
  draft: SavedDraft | null
  involvement: Involvement
  /** Of a benchmark: the versions of its vignette and rubric that are current. */
  vignetteVersionId: string | null
  rubricVersionId: string | null
}

/** One's own seat on a panel with what one has answered so far. One statement. */
export async function findOwnSeat(userId: string, panelId: string): Promise<OwnSeat | null> {
  const [seat] = await db().$queryRaw<OwnSeat[]>`
    SELECT p.id AS "panelId", m.id AS "memberId", p.title, ${kindOf} AS kind, ${titleOf} AS "itemTitle",
           p.content_version_id AS "contentVersionId", to_char(p.closes_on, 'YYYY-MM-DD') AS "closesOn",
           m.expertise, m.answers, m.answered_at AS "answeredAt",
           ${involvementOf(userId)} AS involvement,
           w.current_version_id AS "vignetteVersionId", r.current_version_id AS "rubricVersionId",
           CASE WHEN d.version IS NULL THEN NULL ELSE json_build_object(
             'version', d.version, 'body', d.body, 'savedAt', d.saved_at, 'writer', d.writer, 'revision', d.revision) END AS draft
    FROM panel p JOIN panel_member m ON m.panel_id = p.id
      JOIN content_item i ON i.id = p.item_id JOIN content_version v ON v.id = p.content_version_id
      ${judgedOn}
      LEFT JOIN draft d ON d.owner_id = m.user_id AND d.kind = 'panel' AND d.subject_id = m.id
    WHERE p.id::text = ${panelId} AND m.user_id = ${userId}::uuid`
  return seat ?? null
}

/** @returns false when the person sits on the panel already. */
export async function insertPanelMember(
  tx: Db,
  { panelId, userId, now }: { panelId: string; userId: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.panelMember.createMany({ data: { panelId, userId, invitedAt: now }, skipDuplicates: true })
  return count === 1
}

/** @returns false when nobody was taken off: an answer that was given stays, and so does who gave it. */
export async function deletePanelMember(
  tx: Db,
  { panelId, memberId }: { panelId: string; memberId: string },
): Promise<boolean> {
  const removed = await tx.$executeRaw`
    DELETE FROM panel_member WHERE id::text = ${memberId} AND panel_id = ${panelId}::uuid AND answered_at IS NULL`
  return removed === 1
}

type GivenAnswer = { memberId: string; expertise: string; answers: unknown; now: Date }

export async function savePanelAnswer(tx: Db, { memberId, expertise, answers, now }: GivenAnswer): Promise<void> {
  await tx.panelMember.update({
    where: { id: memberId },
    data: { expertise, answers: answers as Prisma.InputJsonValue, answeredAt: now },
    select: { id: true },
  })
}

/** What keeps somebody off a panel: they answer, or mark, what it judges. */
export type Involvement = 'attempt' | 'mark' | null

/**
 * Whether somebody has an attempt at the vignette, or has practised on the benchmark, of an item `i` and its vignette `w`. One that
 * stands unseen among their scripts is not asked for: the answer would tell them.
 */
const involvementOf = (userId: string) => Prisma.sql`CASE
  WHEN EXISTS (SELECT 1 FROM attempt a WHERE a.user_id = ${userId}::uuid AND a.vignette_id = coalesce(w.id, i.id)) THEN 'attempt'
  WHEN EXISTS (SELECT 1 FROM calibration_mark cm JOIN content_version cv ON cv.id = cm.benchmark_version_id
               WHERE cm.marker_id = ${userId}::uuid AND cm.source = 'calibration' AND cv.item_id = i.id) THEN 'mark'
  END`

/** One statement. */
export async function findInvolvement(
  tx: Db,
  { userId, itemId }: { userId: string; itemId: string },
): Promise<Involvement> {
  const [found] = await tx.$queryRaw<{ involvement: Involvement }[]>`
    SELECT ${involvementOf(userId)} AS involvement
    FROM content_item i JOIN content_version v ON v.id = i.current_version_id ${judgedOn}
    WHERE i.id = ${itemId}::uuid`
  return found?.involvement ?? null
}
