-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "profession" AS ENUM ('psychiatrist', 'psychologist', 'counsellor', 'nurse', 'other');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('trainee', 'supervisor', 'training_lead', 'accreditation_staff', 'seat_manager', 'administrator');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('confirm_email', 'reset_password', 'invitation');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('none', 'queued', 'sending', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "content_kind" AS ENUM ('course', 'vignette', 'rubric', 'pathway');

-- CreateEnum
CREATE TYPE "enrolment_state" AS ENUM ('active', 'withdrawn');

-- CreateEnum
CREATE TYPE "cohort_part" AS ENUM ('trainee', 'lead');

-- CreateEnum
CREATE TYPE "attempt_state" AS ENUM ('open', 'submitted', 'released');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "profession" "profession" NOT NULL,
    "regulator" TEXT NOT NULL DEFAULT '',
    "registration_number" TEXT NOT NULL DEFAULT '',
    "employer" TEXT NOT NULL DEFAULT '',
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/London',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ends_at" TIMESTAMPTZ(3),
    "granted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_token" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_window" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_window_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "request_id" TEXT,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mail_state" "mail_state" NOT NULL DEFAULT 'none',
    "mailed_at" TIMESTAMPTZ(3),
    "mail_error" TEXT,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_preference" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "by_email" BOOLEAN NOT NULL,

    CONSTRAINT "notice_preference_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateTable
CREATE TABLE "mailbox_message" (
    "id" UUID NOT NULL,
    "message_id" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mailbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "owner_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "writer" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("owner_id","kind","subject_id")
);

-- CreateTable
CREATE TABLE "concern" (
    "id" UUID NOT NULL,
    "raised_by_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "raised_from" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "outcome" TEXT,

    CONSTRAINT "concern_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_item" (
    "id" UUID NOT NULL,
    "kind" "content_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "is_listed" BOOLEAN NOT NULL DEFAULT true,
    "current_version_id" UUID,

    CONSTRAINT "content_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_version" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "content_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "state" "enrolment_state" NOT NULL DEFAULT 'active',
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson_read" (
    "enrolment_id" UUID NOT NULL,
    "lesson_slug" TEXT NOT NULL,
    "course_version_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lesson_read_pkey" PRIMARY KEY ("enrolment_id","lesson_slug")
);

-- CreateTable
CREATE TABLE "question_answer" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "course_version_id" UUID NOT NULL,
    "chosen" TEXT[],
    "is_correct" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "course_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cohort_member" (
    "cohort_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "part" "cohort_part" NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cohort_member_pkey" PRIMARY KEY ("cohort_id","user_id")
);

-- CreateTable
CREATE TABLE "cohort_deadline" (
    "cohort_id" UUID NOT NULL,
    "vignette_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cohort_deadline_pkey" PRIMARY KEY ("cohort_id","vignette_id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "vignette_id" UUID NOT NULL,
    "vignette_version_id" UUID NOT NULL,
    "rubric_version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "attempt_state" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "answers" JSONB,
    "declaration" TEXT,
    "released_at" TIMESTAMPTZ(3),
    "released_by_id" UUID,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "marker_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mark" (
    "id" UUID NOT NULL,
    "allocation_id" UUID NOT NULL,
    "marker_id" UUID NOT NULL,
    "ratings" JSONB NOT NULL,
    "global_level" INTEGER NOT NULL,
    "comment" TEXT NOT NULL,
    "critical_errors" JSONB NOT NULL,
    "has_passed" BOOLEAN NOT NULL,
    "locked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "course_version_id" UUID NOT NULL,
    "holder_name" TEXT NOT NULL,
    "course_title" TEXT NOT NULL,
    "course_format" TEXT NOT NULL,
    "cpd_hours" DOUBLE PRECISION NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID NOT NULL,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_token_user_id_idx" ON "account_token"("user_id");

-- CreateIndex
CREATE INDEX "rate_window_ends_at_idx" ON "rate_window"("ends_at");

-- CreateIndex
CREATE INDEX "audit_entry_object_kind_object_id_idx" ON "audit_entry"("object_kind", "object_id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_idx" ON "audit_entry"("actor_id");

-- CreateIndex
CREATE INDEX "notice_user_id_created_at_idx" ON "notice"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "notice_mail_state_idx" ON "notice"("mail_state");

-- CreateIndex
CREATE UNIQUE INDEX "mailbox_message_message_id_key" ON "mailbox_message"("message_id");

-- CreateIndex
CREATE INDEX "concern_closed_at_idx" ON "concern"("closed_at");

-- CreateIndex
CREATE UNIQUE INDEX "content_item_current_version_id_key" ON "content_item"("current_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "content_item_kind_slug_key" ON "content_item"("kind", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "content_version_item_id_number_key" ON "content_version"("item_id", "number");

-- CreateIndex
CREATE INDEX "enrolment_course_id_completed_at_idx" ON "enrolment"("course_id", "completed_at");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_user_id_course_id_key" ON "enrolment"("user_id", "course_id");

-- CreateIndex
CREATE INDEX "question_answer_enrolment_id_question_id_answered_at_idx" ON "question_answer"("enrolment_id", "question_id", "answered_at" DESC);

-- CreateIndex
CREATE INDEX "cohort_member_user_id_idx" ON "cohort_member"("user_id");

-- CreateIndex
CREATE INDEX "attempt_vignette_id_state_idx" ON "attempt"("vignette_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_user_id_vignette_id_number_key" ON "attempt"("user_id", "vignette_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "allocation_code_key" ON "allocation"("code");

-- CreateIndex
CREATE INDEX "allocation_attempt_id_idx" ON "allocation"("attempt_id");

-- CreateIndex
CREATE INDEX "allocation_marker_id_idx" ON "allocation"("marker_id");

-- CreateIndex
CREATE UNIQUE INDEX "mark_allocation_id_key" ON "mark"("allocation_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_number_key" ON "certificate"("number");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_enrolment_id_key" ON "certificate"("enrolment_id");

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_item" ADD CONSTRAINT "content_item_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "content_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_version" ADD CONSTRAINT "content_version_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_read" ADD CONSTRAINT "lesson_read_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_read" ADD CONSTRAINT "lesson_read_course_version_id_fkey" FOREIGN KEY ("course_version_id") REFERENCES "content_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_answer" ADD CONSTRAINT "question_answer_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_answer" ADD CONSTRAINT "question_answer_course_version_id_fkey" FOREIGN KEY ("course_version_id") REFERENCES "content_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_member" ADD CONSTRAINT "cohort_member_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_member" ADD CONSTRAINT "cohort_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_deadline" ADD CONSTRAINT "cohort_deadline_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cohort_deadline" ADD CONSTRAINT "cohort_deadline_vignette_id_fkey" FOREIGN KEY ("vignette_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_vignette_id_fkey" FOREIGN KEY ("vignette_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_vignette_version_id_fkey" FOREIGN KEY ("vignette_version_id") REFERENCES "content_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_rubric_version_id_fkey" FOREIGN KEY ("rubric_version_id") REFERENCES "content_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_marker_id_fkey" FOREIGN KEY ("marker_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_allocation_id_fkey" FOREIGN KEY ("allocation_id") REFERENCES "allocation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_course_version_id_fkey" FOREIGN KEY ("course_version_id") REFERENCES "content_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema cannot say ------------------------------------------------------------

-- At most one attempt of a person on a vignette is open, however many tabs ask for one.
CREATE UNIQUE INDEX "attempt_one_open" ON "attempt" ("user_id", "vignette_id") WHERE "state" = 'open';

ALTER TABLE "mark" ADD CONSTRAINT "mark_global_level_range" CHECK ("global_level" BETWEEN 1 AND 7);
ALTER TABLE "draft" ADD CONSTRAINT "draft_version_positive" CHECK ("version" > 0);

-- Append-only tables. The restricted role has no right to change them; this stops the owner's own mistakes as well.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER "audit_entry_append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "content_version_append_only" BEFORE UPDATE OR DELETE ON "content_version" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "mark_append_only" BEFORE UPDATE OR DELETE ON "mark" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "certificate_append_only" BEFORE UPDATE OR DELETE ON "certificate" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A submitted attempt is frozen: only its state and its release may still change.
CREATE FUNCTION refuse_change_of_submitted_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'open' AND (
    NEW.answers IS DISTINCT FROM OLD.answers OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at
    OR NEW.vignette_version_id <> OLD.vignette_version_id OR NEW.rubric_version_id <> OLD.rubric_version_id
    OR NEW.user_id <> OLD.user_id OR NEW.number <> OLD.number OR NEW.declaration IS DISTINCT FROM OLD.declaration
  ) THEN
    RAISE EXCEPTION 'a submitted attempt is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER "attempt_frozen" BEFORE UPDATE ON "attempt" FOR EACH ROW EXECUTE FUNCTION refuse_change_of_submitted_attempt();

-- The application enqueues work in its own transaction without any right to the worker's tables. The worker's schema is
-- made after these migrations, so the call is resolved when it is made.
CREATE FUNCTION enqueue_job(task text, payload json, key text DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, job_key => key);
END;
$$;
