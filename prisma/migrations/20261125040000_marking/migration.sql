-- CreateEnum
CREATE TYPE "double_marking" AS ENUM ('all', 'random', 'near_pass', 'first_attempt');

-- CreateEnum
CREATE TYPE "allocation_purpose" AS ENUM ('first', 'second', 'adjudication', 'gold', 'again');

-- CreateEnum
CREATE TYPE "allocation_state" AS ENUM ('waiting', 'begun', 'locked', 'void');

-- CreateEnum
CREATE TYPE "final_mark_kind" AS ENUM ('single', 'agreed_automatically', 'agreed', 'adjudicated', 'again');

-- CreateEnum
CREATE TYPE "proposal_answer" AS ENUM ('accepted', 'declined', 'withdrawn');

-- CreateEnum
CREATE TYPE "conflict_kind" AS ENUM ('supervisee', 'conflict');

-- CreateEnum
CREATE TYPE "calibration_source" AS ENUM ('calibration', 'gold');

-- CreateEnum
CREATE TYPE "appeal_ground" AS ENUM ('procedure', 'bias', 'new_evidence');

-- CreateEnum
CREATE TYPE "appeal_outcome" AS ENUM ('upheld', 'not_upheld', 'withdrawn');

-- CreateEnum
CREATE TYPE "similarity_state" AS ENUM ('open', 'no_concern', 'concern');

-- CreateEnum
CREATE TYPE "moderation_verdict" AS ENUM ('agree', 'disagree');

-- CreateEnum
CREATE TYPE "rubric_decision" AS ENUM ('stands', 'mark_again');

-- CreateEnum
CREATE TYPE "standard_setting_state" AS ENUM ('round_1', 'round_2', 'closed');

-- CreateEnum
CREATE TYPE "cut_scale" AS ENUM ('global', 'criterion_mean');

-- AlterEnum
ALTER TYPE "attempt_state" ADD VALUE 'withdrawn';

-- AlterEnum
ALTER TYPE "content_kind" ADD VALUE 'benchmark';

-- DropForeignKey
ALTER TABLE "allocation" DROP CONSTRAINT "allocation_attempt_id_fkey";

-- DropForeignKey
ALTER TABLE "attempt" DROP CONSTRAINT "attempt_rubric_version_id_fkey";

-- DropIndex
DROP INDEX "allocation_marker_id_idx";

-- AlterTable
ALTER TABLE "allocation" ADD COLUMN     "allocated_by_id" UUID,
ADD COLUMN     "benchmark_version_id" UUID,
ADD COLUMN     "block" SMALLINT NOT NULL DEFAULT floor(random() * 64)::int,
ADD COLUMN     "cohort_id" UUID,
ADD COLUMN     "purpose" "allocation_purpose" NOT NULL DEFAULT 'first',
ADD COLUMN     "state" "allocation_state" NOT NULL DEFAULT 'waiting',
ADD COLUMN     "vignette_id" UUID,
ALTER COLUMN "attempt_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "cohort_id" UUID,
ADD COLUMN     "double_marking" "double_marking",
ADD COLUMN     "has_passed" BOOLEAN,
ADD COLUMN     "release_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "release_due_by_id" UUID,
ADD COLUMN     "talk_opened_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ALTER COLUMN "rubric_version_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "mark" ADD COLUMN     "anchors" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "rubric_version_id" UUID;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "uses_letter_keys" BOOLEAN NOT NULL DEFAULT true;

-- What is there already gets what the new columns say.
UPDATE "allocation" al SET "vignette_id" = at."vignette_id" FROM "attempt" at WHERE at."id" = al."attempt_id";
UPDATE "allocation" al SET "state" = CASE WHEN EXISTS (SELECT 1 FROM "mark" m WHERE m."allocation_id" = al."id") THEN 'locked'::"allocation_state"
                                          ELSE 'begun'::"allocation_state" END
WHERE al."marker_id" IS NOT NULL;
ALTER TABLE "allocation" ALTER COLUMN "vignette_id" SET NOT NULL;

ALTER TABLE "mark" DISABLE TRIGGER "mark_append_only";
UPDATE "mark" m SET "rubric_version_id" = at."rubric_version_id"
FROM "allocation" al JOIN "attempt" at ON at."id" = al."attempt_id" WHERE al."id" = m."allocation_id";
ALTER TABLE "mark" ENABLE TRIGGER "mark_append_only";
ALTER TABLE "mark" ALTER COLUMN "rubric_version_id" SET NOT NULL;

UPDATE "attempt" at SET "has_passed" = m."has_passed"
FROM "allocation" al JOIN "mark" m ON m."allocation_id" = al."id" WHERE al."attempt_id" = at."id";

-- CreateTable
CREATE TABLE "extension" (
    "user_id" UUID NOT NULL,
    "vignette_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("user_id","vignette_id")
);

-- CreateTable
CREATE TABLE "adjustment" (
    "user_id" UUID NOT NULL,
    "extra_days" INTEGER NOT NULL,
    "other_format" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "adjustment_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "attempt_stage" (
    "attempt_id" UUID NOT NULL,
    "stage" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "locked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_stage_pkey" PRIMARY KEY ("attempt_id","stage")
);

-- CreateTable
CREATE TABLE "score" (
    "attempt_id" UUID NOT NULL,
    "share" DOUBLE PRECISION,
    "details" JSONB NOT NULL,
    "consensus_id" UUID,
    "provenance" JSONB NOT NULL,
    "scored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "score_pkey" PRIMARY KEY ("attempt_id")
);

-- CreateTable
CREATE TABLE "self_rating" (
    "attempt_id" UUID NOT NULL,
    "ratings" JSONB NOT NULL,
    "global_level" INTEGER NOT NULL,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "self_rating_pkey" PRIMARY KEY ("attempt_id")
);

-- CreateTable
CREATE TABLE "final_mark" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "final_mark_kind" NOT NULL,
    "ratings" JSONB NOT NULL,
    "global_level" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "critical_errors" JSONB NOT NULL,
    "has_passed" BOOLEAN NOT NULL,
    "rubric_version_id" UUID NOT NULL,
    "mark_ids" UUID[],
    "because" JSONB NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "final_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mark_proposal" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "mark" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "proposal_answer",
    "answer_note" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "mark_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marking_policy" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "policy" JSONB NOT NULL,
    "adopted_by_id" UUID NOT NULL,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "marking_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conflict" (
    "id" UUID NOT NULL,
    "marker_id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "kind" "conflict_kind" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "declared_by_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "is_by_script" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bank_comment" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "rubric_slug" TEXT NOT NULL,
    "criterion_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bank_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calibration_mark" (
    "id" UUID NOT NULL,
    "marker_id" UUID NOT NULL,
    "benchmark_version_id" UUID NOT NULL,
    "rubric_slug" TEXT NOT NULL,
    "source" "calibration_source" NOT NULL,
    "ratings" JSONB NOT NULL,
    "global_level" INTEGER NOT NULL,
    "critical_errors" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "deviations" JSONB NOT NULL,
    "is_within" BOOLEAN NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calibration_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "ground" "appeal_ground" NOT NULL,
    "statement" TEXT NOT NULL,
    "lodged_at" TIMESTAMPTZ(3) NOT NULL,
    "handler_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "outcome" "appeal_outcome",
    "reasons" TEXT,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fingerprint" (
    "hash" BIGINT NOT NULL,
    "attempt_id" UUID NOT NULL,
    "vignette_id" UUID NOT NULL,

    CONSTRAINT "fingerprint_pkey" PRIMARY KEY ("vignette_id","hash","attempt_id")
);

-- CreateTable
CREATE TABLE "similarity" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "other_attempt_id" UUID,
    "other_source" TEXT NOT NULL DEFAULT '',
    "share" DOUBLE PRECISION NOT NULL,
    "passages" JSONB NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "similarity_state" NOT NULL DEFAULT 'open',
    "note" TEXT NOT NULL DEFAULT '',
    "reviewed_by_id" UUID,
    "reviewed_at" TIMESTAMPTZ(3),

    CONSTRAINT "similarity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "moderation" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "final_mark_id" UUID,
    "reason" TEXT NOT NULL,
    "drawn_by_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "moderation_verdict",
    "comment" TEXT NOT NULL DEFAULT '',
    "moderator_id" UUID,
    "moderated_at" TIMESTAMPTZ(3),

    CONSTRAINT "moderation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rubric_review" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "rubric_version_id" UUID NOT NULL,
    "decision" "rubric_decision" NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rubric_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "content_version_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "closes_on" DATE NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "panel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel_member" (
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "expertise" TEXT NOT NULL DEFAULT '',
    "invited_at" TIMESTAMPTZ(3) NOT NULL,
    "answers" JSONB,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "panel_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consensus" (
    "id" UUID NOT NULL,
    "panel_id" UUID NOT NULL,
    "content_version_id" UUID NOT NULL,
    "key" JSONB NOT NULL,
    "provenance" JSONB NOT NULL,
    "formed_by_id" UUID NOT NULL,
    "formed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consensus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_report" (
    "cohort_id" UUID NOT NULL,
    "vignette_id" UUID NOT NULL,
    "scripts" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_report_pkey" PRIMARY KEY ("cohort_id","vignette_id")
);

-- CreateTable
CREATE TABLE "standard_setting" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "vignette_id" UUID NOT NULL,
    "state" "standard_setting_state" NOT NULL DEFAULT 'round_1',
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "standard_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "angoff_judgement" (
    "setting_id" UUID NOT NULL,
    "judge_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "criterion_id" TEXT NOT NULL,
    "estimate" DOUBLE PRECISION NOT NULL,
    "judged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "angoff_judgement_pkey" PRIMARY KEY ("setting_id","judge_id","round","criterion_id")
);

-- CreateTable
CREATE TABLE "adopted_cut" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "vignette_id" UUID NOT NULL,
    "scale" "cut_scale" NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "basis" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "adopted_by_id" UUID NOT NULL,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "adopted_cut_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "final_mark_attempt_id_number_key" ON "final_mark"("attempt_id", "number");

-- CreateIndex
CREATE INDEX "mark_proposal_attempt_id_idx" ON "mark_proposal"("attempt_id");

-- CreateIndex
CREATE UNIQUE INDEX "marking_policy_cohort_id_version_key" ON "marking_policy"("cohort_id", "version");

-- CreateIndex
CREATE INDEX "conflict_marker_id_idx" ON "conflict"("marker_id");

-- CreateIndex
CREATE INDEX "bank_comment_rubric_slug_idx" ON "bank_comment"("rubric_slug");

-- CreateIndex
CREATE INDEX "calibration_mark_marker_id_rubric_slug_marked_at_idx" ON "calibration_mark"("marker_id", "rubric_slug", "marked_at");

-- CreateIndex
CREATE INDEX "appeal_attempt_id_idx" ON "appeal"("attempt_id");

-- CreateIndex
CREATE INDEX "appeal_decided_at_idx" ON "appeal"("decided_at");

-- CreateIndex
CREATE INDEX "fingerprint_attempt_id_idx" ON "fingerprint"("attempt_id");

-- CreateIndex
CREATE INDEX "similarity_attempt_id_idx" ON "similarity"("attempt_id");

-- CreateIndex
CREATE INDEX "similarity_other_attempt_id_idx" ON "similarity"("other_attempt_id");

-- CreateIndex
CREATE UNIQUE INDEX "moderation_cohort_id_attempt_id_key" ON "moderation"("cohort_id", "attempt_id");

-- CreateIndex
CREATE UNIQUE INDEX "rubric_review_attempt_id_rubric_version_id_key" ON "rubric_review"("attempt_id", "rubric_version_id");

-- CreateIndex
CREATE INDEX "panel_member_user_id_idx" ON "panel_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_member_panel_id_user_id_key" ON "panel_member"("panel_id", "user_id");

-- CreateIndex
CREATE INDEX "consensus_content_version_id_formed_at_idx" ON "consensus"("content_version_id", "formed_at" DESC);

-- CreateIndex
CREATE INDEX "standard_setting_cohort_id_idx" ON "standard_setting"("cohort_id");

-- CreateIndex
CREATE INDEX "adopted_cut_cohort_id_vignette_id_adopted_at_idx" ON "adopted_cut"("cohort_id", "vignette_id", "adopted_at" DESC);

-- CreateIndex
CREATE INDEX "allocation_marker_id_state_block_vignette_id_idx" ON "allocation"("marker_id", "state", "block", "vignette_id");

-- CreateIndex
CREATE INDEX "allocation_cohort_id_vignette_id_state_idx" ON "allocation"("cohort_id", "vignette_id", "state");

-- CreateIndex
CREATE INDEX "attempt_cohort_id_vignette_id_state_idx" ON "attempt"("cohort_id", "vignette_id", "state");

-- CreateIndex
CREATE INDEX "attempt_release_due_at_idx" ON "attempt"("release_due_at");

-- CreateIndex
CREATE INDEX "mark_marker_id_locked_at_idx" ON "mark"("marker_id", "locked_at");

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_vignette_id_fkey" FOREIGN KEY ("vignette_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_rubric_version_id_fkey" FOREIGN KEY ("rubric_version_id") REFERENCES "content_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_stage" ADD CONSTRAINT "attempt_stage_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score" ADD CONSTRAINT "score_consensus_id_fkey" FOREIGN KEY ("consensus_id") REFERENCES "consensus"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "self_rating" ADD CONSTRAINT "self_rating_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_benchmark_version_id_fkey" FOREIGN KEY ("benchmark_version_id") REFERENCES "content_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_vignette_id_fkey" FOREIGN KEY ("vignette_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "final_mark" ADD CONSTRAINT "final_mark_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark_proposal" ADD CONSTRAINT "mark_proposal_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marking_policy" ADD CONSTRAINT "marking_policy_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_marker_id_fkey" FOREIGN KEY ("marker_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bank_comment" ADD CONSTRAINT "bank_comment_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration_mark" ADD CONSTRAINT "calibration_mark_marker_id_fkey" FOREIGN KEY ("marker_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calibration_mark" ADD CONSTRAINT "calibration_mark_benchmark_version_id_fkey" FOREIGN KEY ("benchmark_version_id") REFERENCES "content_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fingerprint" ADD CONSTRAINT "fingerprint_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "similarity" ADD CONSTRAINT "similarity_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "similarity" ADD CONSTRAINT "similarity_other_attempt_id_fkey" FOREIGN KEY ("other_attempt_id") REFERENCES "attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_final_mark_id_fkey" FOREIGN KEY ("final_mark_id") REFERENCES "final_mark"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rubric_review" ADD CONSTRAINT "rubric_review_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_member" ADD CONSTRAINT "panel_member_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "panel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel_member" ADD CONSTRAINT "panel_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consensus" ADD CONSTRAINT "consensus_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "panel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agreement_report" ADD CONSTRAINT "agreement_report_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standard_setting" ADD CONSTRAINT "standard_setting_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "angoff_judgement" ADD CONSTRAINT "angoff_judgement_setting_id_fkey" FOREIGN KEY ("setting_id") REFERENCES "standard_setting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adopted_cut" ADD CONSTRAINT "adopted_cut_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;




-- What Prisma's schema cannot say ------------------------------------------------------------

-- Every mark so far was the only one of its attempt.
INSERT INTO "final_mark" ("id", "attempt_id", "number", "kind", "ratings", "global_level", "comment", "critical_errors", "has_passed",
                          "rubric_version_id", "mark_ids", "because", "decided_by_id", "decided_at")
SELECT gen_random_uuid(), al."attempt_id", 1, 'single', m."ratings", m."global_level", m."comment", m."critical_errors", m."has_passed",
       m."rubric_version_id", ARRAY[m."id"], '["One marker marked this script."]', m."marker_id", m."locked_at"
FROM "mark" m JOIN "allocation" al ON al."id" = m."allocation_id";

ALTER TABLE "allocation" ADD CONSTRAINT "allocation_of_one_thing" CHECK (("attempt_id" IS NULL) <> ("benchmark_version_id" IS NULL));
ALTER TABLE "final_mark" ADD CONSTRAINT "final_mark_global_level_range" CHECK ("global_level" BETWEEN 1 AND 7);
ALTER TABLE "self_rating" ADD CONSTRAINT "self_rating_global_level_range" CHECK ("global_level" BETWEEN 1 AND 7);
ALTER TABLE "adjustment" ADD CONSTRAINT "adjustment_extra_days_range" CHECK ("extra_days" BETWEEN 0 AND 365);

-- One person marks an attempt once, and it has one first mark, one second, one adjudication, whoever meets whom.
CREATE UNIQUE INDEX "allocation_once_for_marker" ON "allocation" ("attempt_id", "marker_id")
  WHERE "state" <> 'void' AND "attempt_id" IS NOT NULL AND "marker_id" IS NOT NULL;
CREATE UNIQUE INDEX "allocation_once_for_purpose" ON "allocation" ("attempt_id", "purpose")
  WHERE "state" <> 'void' AND "attempt_id" IS NOT NULL AND "purpose" <> 'again';
CREATE UNIQUE INDEX "allocation_gold_once" ON "allocation" ("benchmark_version_id", "marker_id") WHERE "benchmark_version_id" IS NOT NULL;
-- The scripts that wait for anybody, in the blocks by which a marker's random order is read.
CREATE INDEX "allocation_pool" ON "allocation" ("block", "vignette_id") WHERE "state" = 'waiting' AND "marker_id" IS NULL;
CREATE INDEX "allocation_pool_of_vignette" ON "allocation" ("vignette_id") WHERE "state" = 'waiting' AND "marker_id" IS NULL;

-- The answers that have no final mark yet: where a vignette's are released together, one of them holds all.
CREATE INDEX "attempt_not_marked" ON "attempt" ("cohort_id", "vignette_id") WHERE "state" = 'submitted' AND "has_passed" IS NULL;

-- The talks that are open, which are few among many attempts.
CREATE INDEX "attempt_open_talk" ON "attempt" ("talk_opened_at") WHERE "talk_opened_at" IS NOT NULL;
CREATE UNIQUE INDEX "mark_proposal_one_open" ON "mark_proposal" ("attempt_id") WHERE "answer" IS NULL;
-- One that was declared over a script stands beside one by name: that there was one already would tell whose the script was.
CREATE UNIQUE INDEX "conflict_once" ON "conflict" ("marker_id", "trainee_id", "kind", "is_by_script") WHERE "ended_at" IS NULL;
CREATE UNIQUE INDEX "appeal_one_open" ON "appeal" ("attempt_id") WHERE "decided_at" IS NULL;
CREATE UNIQUE INDEX "similarity_once" ON "similarity" ("attempt_id", COALESCE("other_attempt_id", '00000000-0000-0000-0000-000000000000'::uuid), "other_source");

CREATE TRIGGER "attempt_stage_append_only" BEFORE UPDATE OR DELETE ON "attempt_stage" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "score_append_only" BEFORE UPDATE OR DELETE ON "score" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "self_rating_append_only" BEFORE UPDATE OR DELETE ON "self_rating" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "final_mark_append_only" BEFORE UPDATE OR DELETE ON "final_mark" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "marking_policy_append_only" BEFORE UPDATE OR DELETE ON "marking_policy" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "calibration_mark_append_only" BEFORE UPDATE OR DELETE ON "calibration_mark" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "rubric_review_append_only" BEFORE UPDATE OR DELETE ON "rubric_review" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "consensus_append_only" BEFORE UPDATE OR DELETE ON "consensus" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "adopted_cut_append_only" BEFORE UPDATE OR DELETE ON "adopted_cut" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Work that may wait until `due`, so that what is asked for many times until then is done once. Asked again, it does not wait longer.
CREATE FUNCTION enqueue_job_later(task text, payload json, key text, due timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, job_key => key, run_at => due, job_key_mode => 'preserve_run_at');
END;
$$;
