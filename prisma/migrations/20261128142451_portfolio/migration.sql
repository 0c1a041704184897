-- CreateEnum
CREATE TYPE "portfolio_kind" AS ENUM ('case', 'supervision', 'clip', 'training', 'reflection', 'cpd');

-- CreateEnum
CREATE TYPE "countersign_answer" AS ENUM ('signed', 'refused', 'correction_asked');

-- CreateEnum
CREATE TYPE "answer_via" AS ENUM ('account', 'link');

-- CreateEnum
CREATE TYPE "check_subject" AS ENUM ('entry', 'requirement', 'attestation', 'registration');

-- CreateEnum
CREATE TYPE "application_state" AS ENUM ('submitted', 'more_asked', 'approved', 'refused', 'withdrawn');

-- CreateEnum
CREATE TYPE "application_event_kind" AS ENUM ('applied', 'more_asked', 'answered', 'referred', 'opinion', 'recommended', 'approved', 'refused', 'withdrawn', 'appealed', 'appeal_decided');

-- CreateTable
CREATE TABLE "portfolio_entry" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "kind" "portfolio_kind" NOT NULL,
    "code" TEXT,
    "case_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "occurred_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "portfolio_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio_version" (
    "entry_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "confirmed" JSONB NOT NULL DEFAULT '[]',
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "portfolio_version_pkey" PRIMARY KEY ("entry_id","number")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "entry_id" UUID,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervisor_approval" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "is_outside" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "approved_by_id" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "supervisor_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_approval" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "approved_by_id" UUID NOT NULL,
    "approved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "countersigning" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "countersign_answer",
    "reason" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "answered_via" "answer_via",
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "countersigning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervisor_link" (
    "id" TEXT NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "entries" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "code_hash" TEXT,
    "code_expires_at" TIMESTAMPTZ(3),
    "code_tries" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "supervisor_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clip_rating" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "ratings" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "instrument" TEXT NOT NULL DEFAULT '',
    "totals" JSONB NOT NULL DEFAULT '{}',
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clip_rating_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supervisor_statement" (
    "id" UUID NOT NULL,
    "trainee_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "is_positive" BOOLEAN NOT NULL,
    "body" JSONB NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "supervisor_statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pathway_placement" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "pathway_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pathway_placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_check" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "subject" "check_subject" NOT NULL,
    "entry_id" UUID,
    "requirement_id" TEXT,
    "is_accepted" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "checked_by_id" UUID NOT NULL,
    "checked_on" DATE NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "pathway_version_id" UUID NOT NULL,
    "state" "application_state" NOT NULL DEFAULT 'submitted',
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "assessor_id" UUID,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_snapshot" (
    "application_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_snapshot_pkey" PRIMARY KEY ("application_id","number")
);

-- CreateTable
CREATE TABLE "application_event" (
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "kind" "application_event_kind" NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "requirement_id" TEXT,
    "text" TEXT NOT NULL DEFAULT '',
    "is_favourable" BOOLEAN,

    CONSTRAINT "application_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_record" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "pathway_slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "granted_on" DATE NOT NULL,
    "valid_until" DATE NOT NULL,

    CONSTRAINT "status_record_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "portfolio_entry_owner_id_kind_occurred_on_idx" ON "portfolio_entry"("owner_id", "kind", "occurred_on");

-- CreateIndex
CREATE INDEX "portfolio_entry_case_id_idx" ON "portfolio_entry"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_entry_owner_id_code_key" ON "portfolio_entry"("owner_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_key_key" ON "stored_file"("key");

-- CreateIndex
CREATE INDEX "stored_file_entry_id_idx" ON "stored_file"("entry_id");

-- CreateIndex
CREATE INDEX "stored_file_owner_id_idx" ON "stored_file"("owner_id");

-- CreateIndex
CREATE INDEX "supervisor_approval_user_id_idx" ON "supervisor_approval"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "provider_name_key" ON "provider"("name");

-- CreateIndex
CREATE INDEX "provider_approval_provider_id_idx" ON "provider_approval"("provider_id");

-- CreateIndex
CREATE INDEX "countersigning_entry_id_idx" ON "countersigning"("entry_id");

-- CreateIndex
CREATE INDEX "countersigning_supervisor_id_answer_idx" ON "countersigning"("supervisor_id", "answer");

-- CreateIndex
CREATE UNIQUE INDEX "supervisor_link_supervisor_id_sent_on_key" ON "supervisor_link"("supervisor_id", "sent_on");

-- CreateIndex
CREATE INDEX "clip_rating_entry_id_idx" ON "clip_rating"("entry_id");

-- CreateIndex
CREATE INDEX "supervisor_statement_trainee_id_idx" ON "supervisor_statement"("trainee_id");

-- CreateIndex
CREATE INDEX "supervisor_statement_supervisor_id_idx" ON "supervisor_statement"("supervisor_id");

-- CreateIndex
CREATE INDEX "pathway_placement_user_id_placed_at_idx" ON "pathway_placement"("user_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "staff_check_user_id_subject_checked_at_idx" ON "staff_check"("user_id", "subject", "checked_at" DESC);

-- CreateIndex
CREATE INDEX "staff_check_entry_id_idx" ON "staff_check"("entry_id");

-- CreateIndex
CREATE INDEX "application_user_id_idx" ON "application"("user_id");

-- CreateIndex
CREATE INDEX "application_state_idx" ON "application"("state");

-- CreateIndex
CREATE INDEX "application_event_application_id_at_idx" ON "application_event"("application_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "status_record_application_id_key" ON "status_record"("application_id");

-- CreateIndex
CREATE INDEX "status_record_user_id_idx" ON "status_record"("user_id");

-- AddForeignKey
ALTER TABLE "portfolio_entry" ADD CONSTRAINT "portfolio_entry_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_entry" ADD CONSTRAINT "portfolio_entry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "portfolio_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_version" ADD CONSTRAINT "portfolio_version_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "portfolio_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "portfolio_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisor_approval" ADD CONSTRAINT "supervisor_approval_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider_approval" ADD CONSTRAINT "provider_approval_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "countersigning" ADD CONSTRAINT "countersigning_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "portfolio_entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "countersigning" ADD CONSTRAINT "countersigning_supervisor_id_fkey" FOREIGN KEY ("supervisor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisor_link" ADD CONSTRAINT "supervisor_link_supervisor_id_fkey" FOREIGN KEY ("supervisor_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clip_rating" ADD CONSTRAINT "clip_rating_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "portfolio_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisor_statement" ADD CONSTRAINT "supervisor_statement_trainee_id_fkey" FOREIGN KEY ("trainee_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supervisor_statement" ADD CONSTRAINT "supervisor_statement_supervisor_id_fkey" FOREIGN KEY ("supervisor_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pathway_placement" ADD CONSTRAINT "pathway_placement_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pathway_placement" ADD CONSTRAINT "pathway_placement_pathway_id_fkey" FOREIGN KEY ("pathway_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pathway_placement" ADD CONSTRAINT "pathway_placement_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "content_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_check" ADD CONSTRAINT "staff_check_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_check" ADD CONSTRAINT "staff_check_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "portfolio_entry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_pathway_version_id_fkey" FOREIGN KEY ("pathway_version_id") REFERENCES "content_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_snapshot" ADD CONSTRAINT "application_snapshot_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_event" ADD CONSTRAINT "application_event_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_record" ADD CONSTRAINT "status_record_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_record" ADD CONSTRAINT "status_record_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One answer for a version of an entry: a second request waits until the first is answered or void.
CREATE UNIQUE INDEX "countersigning_one_open" ON "countersigning" ("entry_id", "version") WHERE "answer" IS NULL AND "voided_at" IS NULL;
-- At most one application of a person is under way, however many tabs send one.
CREATE UNIQUE INDEX "application_one_open" ON "application" ("user_id") WHERE "closed_at" IS NULL;

ALTER TABLE "supervisor_approval" ADD CONSTRAINT "supervisor_approval_period" CHECK ("ends_on" IS NULL OR "ends_on" >= "starts_on");
ALTER TABLE "provider_approval" ADD CONSTRAINT "provider_approval_period" CHECK ("ends_on" IS NULL OR "ends_on" >= "starts_on");
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_bytes" CHECK ("bytes" > 0);

CREATE TRIGGER "clip_rating_append_only" BEFORE UPDATE OR DELETE ON "clip_rating" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "supervisor_statement_append_only" BEFORE UPDATE OR DELETE ON "supervisor_statement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "pathway_placement_append_only" BEFORE UPDATE OR DELETE ON "pathway_placement" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "staff_check_append_only" BEFORE UPDATE OR DELETE ON "staff_check" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "application_snapshot_append_only" BEFORE UPDATE OR DELETE ON "application_snapshot" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "application_event_append_only" BEFORE UPDATE OR DELETE ON "application_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What an entry said is never changed, but it can be erased: its text goes, that it was there stays.
CREATE FUNCTION refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL OR NEW.body <> '{}'::jsonb
    OR NEW.entry_id <> OLD.entry_id OR NEW.number <> OLD.number OR NEW.digest <> OLD.digest OR NEW.made_at <> OLD.made_at
  THEN
    RAISE EXCEPTION 'a version of an entry is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER "portfolio_version_frozen" BEFORE UPDATE OR DELETE ON "portfolio_version" FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure();

-- An answer of a supervisor is given once.
CREATE FUNCTION refuse_second_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.entry_id <> OLD.entry_id OR NEW.version <> OLD.version OR NEW.digest <> OLD.digest OR NEW.supervisor_id <> OLD.supervisor_id
    OR (OLD.answer IS NOT NULL AND (NEW.answer IS DISTINCT FROM OLD.answer OR NEW.answered_at IS DISTINCT FROM OLD.answered_at OR NEW.reason <> OLD.reason))
  THEN
    RAISE EXCEPTION 'what a supervisor answered is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER "countersigning_answer_once" BEFORE UPDATE ON "countersigning" FOR EACH ROW EXECUTE FUNCTION refuse_second_answer();
