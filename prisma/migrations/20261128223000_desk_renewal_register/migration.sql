-- CreateEnum
CREATE TYPE "specialist_note" AS ENUM ('individual', 'group', 'mbt_i');

-- DropIndex
DROP INDEX "certificate_enrolment_id_key";

-- AlterTable
ALTER TABLE "application" ADD COLUMN     "renews_id" UUID;

-- AlterTable
ALTER TABLE "certificate" ADD COLUMN     "supersedes_id" UUID;

-- AlterTable
ALTER TABLE "credential" ADD COLUMN     "note" "specialist_note";

-- AlterTable
ALTER TABLE "status_record" ADD COLUMN     "renews_id" UUID;

-- CreateTable
CREATE TABLE "credential_release" (
    "id" UUID NOT NULL,
    "status_record_id" UUID NOT NULL,
    "note" "specialist_note",
    "seen" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction_request" (
    "id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "is_granted" BOOLEAN,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "correction_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue_batch" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "issue_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issue_batch_item" (
    "batch_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "seen" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "number" TEXT,
    "because" TEXT,

    CONSTRAINT "issue_batch_item_pkey" PRIMARY KEY ("batch_id","position")
);

-- CreateTable
CREATE TABLE "renewal_reminder" (
    "status_record_id" UUID NOT NULL,
    "months_ahead" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "renewal_reminder_pkey" PRIMARY KEY ("status_record_id","months_ahead")
);

-- CreateTable
CREATE TABLE "register_listing" (
    "user_id" UUID NOT NULL,
    "town" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "languages" TEXT[],
    "works_with" TEXT[],
    "shows_profession" BOOLEAN NOT NULL,
    "is_indexable" BOOLEAN NOT NULL,
    "listed_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "unlisted_at" TIMESTAMPTZ(3),

    CONSTRAINT "register_listing_pkey" PRIMARY KEY ("user_id")
);

-- CreateIndex
CREATE INDEX "correction_request_credential_id_idx" ON "correction_request"("credential_id");

-- CreateIndex
CREATE INDEX "issue_batch_officer_id_idx" ON "issue_batch"("officer_id");

-- CreateIndex
CREATE UNIQUE INDEX "issue_batch_item_batch_id_enrolment_id_key" ON "issue_batch_item"("batch_id", "enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_supersedes_id_key" ON "certificate"("supersedes_id");

-- CreateIndex
CREATE INDEX "certificate_enrolment_id_idx" ON "certificate"("enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_record_renews_id_key" ON "status_record"("renews_id");

-- AddForeignKey
ALTER TABLE "application" ADD CONSTRAINT "application_renews_id_fkey" FOREIGN KEY ("renews_id") REFERENCES "status_record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_record" ADD CONSTRAINT "status_record_renews_id_fkey" FOREIGN KEY ("renews_id") REFERENCES "status_record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "certificate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential_release" ADD CONSTRAINT "credential_release_status_record_id_fkey" FOREIGN KEY ("status_record_id") REFERENCES "status_record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_request" ADD CONSTRAINT "correction_request_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_batch_item" ADD CONSTRAINT "issue_batch_item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "issue_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "renewal_reminder" ADD CONSTRAINT "renewal_reminder_status_record_id_fkey" FOREIGN KEY ("status_record_id") REFERENCES "status_record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "register_listing" ADD CONSTRAINT "register_listing_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say ------------------------------------------------------------

-- An enrolment has one certificate; a further one takes the place of the one before.
CREATE UNIQUE INDEX "certificate_first_of_enrolment" ON "certificate" ("enrolment_id") WHERE "supersedes_id" IS NULL;
-- A decided status has one credential, and one for each note; a further one takes the place of the one before.
DROP INDEX "credential_first_of_status";
CREATE UNIQUE INDEX "credential_first_of_status" ON "credential" ("status_record_id", "note") NULLS NOT DISTINCT
  WHERE "status_record_id" IS NOT NULL AND "supersedes_id" IS NULL;
ALTER TABLE "credential" ADD CONSTRAINT "credential_note_of_specialist" CHECK (("note" IS NOT NULL) = ("kind" = 'specialist_note'));
CREATE UNIQUE INDEX "credential_release_once" ON "credential_release" ("status_record_id", "note") NULLS NOT DISTINCT;
CREATE UNIQUE INDEX "correction_request_one_open" ON "correction_request" ("credential_id") WHERE "closed_at" IS NULL;
CREATE INDEX "issue_batch_unfinished" ON "issue_batch" ("created_at") WHERE "finished_at" IS NULL;
