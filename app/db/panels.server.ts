import type { PanelKind } from '#app/domain/keyed/panel.ts'
import type { PanelProvenance } from '#app/domain/provenance.ts'
import { type Db, db, Prisma } from './client.server.ts'

/** The kind of what a panel judges, of an item `i` and its version `v`. */
export const kindOf = Prisma.sql`CASE i.kind WHEN 'benchmark' THEN 'benchmark' ELSE v.body ->> 'kind' END`

/** What it is called: a benchmark has no name but its slug, so its vignette's stands before it. */
export const titleOf = Prisma.sql`CASE i.kind WHEN 'benchmark' THEN coalesce((
    SELECT wv.body ->> 'title' FROM content_item w JOIN content_version wv ON wv.id = w.current_version_id
    WHERE w.kind = 'vignette' AND w.slug = v.body ->> 'vignette') || ', ', '') || i.slug
  ELSE v.body ->> 'title' END`

/** Of a benchmark: its vignette `w` and that one's rubric `r`, as they are now. */
export const judgedOn = Prisma.sql`
  LEFT JOIN content_item w ON i.kind = 'benchmark' AND w.kind = 'vignette' AND w.slug = v.body ->> 'vignette'
  LEFT JOIN content_version wv ON wv.id = w.current_version_id
  LEFT JOIN content_item r ON r.kind = 'rubric' AND r.slug = wv.body ->> 'rubric'`

/** What can be put before a panel: a vignette that a key scores, or a benchmark. Others have a rubric. */
const isJudged = Prisma.sql`(i.kind = 'benchmark' OR i.kind = 'vignette' AND NOT jsonb_exists(v.body, 'rubric'))`

export type Judgeable = { id: string; versionId: string; kind: PanelKind; title: string }

/** All that a panel can be asked about now, in the order of the catalogue. One statement. */
export async function listJudgeable(tx: Db = db()): Promise<Judgeable[]> {
  return tx.$queryRaw<Judgeable[]>`
    SELECT i.id, v.id AS "versionId", ${kindOf} AS kind, ${titleOf} AS title
    FROM content_item i JOIN content_version v ON v.id = i.current_version_id
    WHERE i.is_listed AND ${isJudged}
    ORDER BY i.kind, i.position, i.slug`
}

type NewPanel = {
  itemId: string
  contentVersionId: string
  title: string
  /** The last day on which members may answer. */
  closesOn: Date
  createdById: string
  now: Date
}

export async function insertPanel(tx: Db, { now, ...panel }: NewPanel): Promise<string> {
  const { id } = await tx.panel.create({ data: { ...panel, createdAt: now }, select: { id: true } })
  return id
}

export type ListedPanel = {
  id: string
  title: string
  kind: PanelKind
  itemTitle: string
  /** `YYYY-MM-DD`. */
  closesOn: string
  /** Whether this person leads it, and whether they are asked to answer. */
  isLead: boolean
  isMember: boolean
  hasAnswered: boolean
  /** Told to its lead only. */
  invited: number | null
  answered: number | null
  isFormed: boolean
}

/** The panels that somebody leads or sits on, those that close last first. One statement. */
export async function listPanels(userId: string): Promise<ListedPanel[]> {
  return db().$queryRaw<ListedPanel[]>`
    SELECT p.id, p.title, ${kindOf} AS kind, ${titleOf} AS "itemTitle", to_char(p.closes_on, 'YYYY-MM-DD') AS "closesOn",
           lead.is AS "isLead", m.id IS NOT NULL AS "isMember", m.answered_at IS NOT NULL AS "hasAnswered",
           CASE WHEN lead.is THEN all_members.invited END AS invited, CASE WHEN lead.is THEN all_members.answered END AS answered,
           EXISTS (SELECT 1 FROM consensus c WHERE c.panel_id = p.id) AS "isFormed"
    FROM panel p
      JOIN content_item i ON i.id = p.item_id
      JOIN content_version v ON v.id = p.content_version_id
      LEFT JOIN panel_member m ON m.panel_id = p.id AND m.user_id = ${userId}::uuid
      CROSS JOIN LATERAL (SELECT p.created_by_id = ${userId}::uuid AS is) lead
      CROSS JOIN LATERAL (SELECT count(*)::int AS invited, count(answered_at)::int AS answered
                          FROM panel_member WHERE panel_id = p.id) all_members
    WHERE lead.is OR m.id IS NOT NULL
    ORDER BY p.closes_on DESC, p.id DESC`
}

export type PanelMemberRow = { id: string; name: string; email: string; expertise: string; answeredAt: string | null }

export type LedPanel = {
  id: string
  title: string
  kind: PanelKind
  itemTitle: string
  contentVersionId: string
  closesOn: string
  members: PanelMemberRow[]
  /** Of a benchmark: the version of its vignette's rubric that is current. */
  rubricVersionId: string | null
  /** Every answer in an order that tells nothing, without who gave it. */
  answers: { answers: unknown; answeredAt: string }[]
  /** What was formed so far, the newest first. */
  formed: { formedAt: string; provenance: PanelProvenance }[]
}

/** A panel with its members, for the person who leads it. Who has answered and what was answered stand apart. One statement. */
export async function findLedPanel(leadId: string, panelId: string): Promise<LedPanel | null> {
  const [panel] = await db().$queryRaw<LedPanel[]>`
    SELECT p.id, p.title, ${kindOf} AS kind, ${titleOf} AS "itemTitle", p.content_version_id AS "contentVersionId",
           to_char(p.closes_on, 'YYYY-MM-DD') AS "closesOn",
           (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', u.name, 'email', u.email, 'expertise', m.expertise,
                     'answeredAt', m.answered_at) ORDER BY lower(u.name), u.id), '[]')
            FROM panel_member m JOIN "user" u ON u.id = m.user_id WHERE m.panel_id = p.id) AS members,
           (SELECT coalesce(json_agg(json_build_object('formedAt', c.formed_at, 'provenance', c.provenance)
                     ORDER BY c.formed_at DESC), '[]')
            FROM consensus c WHERE c.panel_id = p.id) AS formed,
           (SELECT coalesce(json_agg(json_build_object('answers', m.answers, 'answeredAt', m.answered_at) ORDER BY md5(m.id::text)), '[]')
            FROM panel_member m WHERE m.panel_id = p.id AND m.answered_at IS NOT NULL) AS answers,
           r.current_version_id AS "rubricVersionId"
    FROM panel p JOIN content_item i ON i.id = p.item_id JOIN content_version v ON v.id = p.content_version_id
      ${judgedOn}
    WHERE p.id::text = ${panelId} AND p.created_by_id = ${leadId}::uuid`
  return panel ?? null
}

export type HeldPanel = {
  id: string
  title: string
  kind: PanelKind
  itemId: string
  contentVersionId: string
  closesOn: string
}

/**
 * A panel held until the transaction ends, by the person who leads it. It waits for every answer that is being handed in
 * ({@link holdMembership}), so that what is formed is formed of whole answers.
 */
export async function holdLedPanel(tx: Db, leadId: string, panelId: string): Promise<HeldPanel | null> {
  const [panel] = await tx.$queryRaw<HeldPanel[]>`
    SELECT p.id, p.title, ${kindOf} AS kind, p.item_id AS "itemId", p.content_version_id AS "contentVersionId",
           to_char(p.closes_on, 'YYYY-MM-DD') AS "closesOn"
    FROM panel p JOIN content_item i ON i.id = p.item_id JOIN content_version v ON v.id = p.content_version_id
    WHERE p.id::text = ${panelId} AND p.created_by_id = ${leadId}::uuid
    FOR UPDATE OF p`
  return panel ?? null
}

export type PanelAnswerRow = { answers: unknown; answeredAt: Date }

/** Every answer of a panel, in an order that tells nothing, without who gave it. One statement. */
export async function listPanelAnswers(tx: Db, panelId: string): Promise<PanelAnswerRow[]> {
  return tx.$queryRaw<PanelAnswerRow[]>`
    SELECT answers, answered_at AS "answeredAt" FROM panel_member
    WHERE panel_id = ${panelId}::uuid AND answered_at IS NOT NULL
    ORDER BY md5(id::text)`
}

type NewConsensus = {
  panelId: string
  contentVersionId: string
  key: object
  provenance: PanelProvenance
  formedById: string
  now: Date
}

export async function insertConsensus(tx: Db, { now, key, ...consensus }: NewConsensus): Promise<string> {
  const { id } = await tx.consensus.create({
    data: { ...consensus, key: key as Prisma.InputJsonObject, formedAt: now },
    select: { id: true },
  })
  return id
}
