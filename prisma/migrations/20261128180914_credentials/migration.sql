-- CreateEnum
CREATE TYPE "credential_kind" AS ENUM ('course_completion', 'practitioner_status', 'specialist_note');

-- CreateEnum
CREATE TYPE "credential_event_kind" AS ENUM ('suspended', 'lifted', 'revoked', 'superseded', 'lapsed');

-- CreateEnum
CREATE TYPE "status_purpose" AS ENUM ('revocation', 'suspension');

-- CreateTable
CREATE TABLE "credential" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "credential_kind" NOT NULL,
    "user_id" UUID NOT NULL,
    "holder_name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3),
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "certificate_id" UUID,
    "status_record_id" UUID,
    "supersedes_id" UUID,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signed_credential" (
    "id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "issuer_did" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signed_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential_event" (
    "id" UUID NOT NULL,
    "credential_id" UUID NOT NULL,
    "kind" "credential_event_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "actor_id" UUID,

    CONSTRAINT "credential_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_list" (
    "name" TEXT NOT NULL,
    "purpose" "status_purpose" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "status_list_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "status_list_entry" (
    "list_name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "purpose" "status_purpose" NOT NULL,
    "credential_id" UUID NOT NULL,

    CONSTRAINT "status_list_entry_pkey" PRIMARY KEY ("list_name","position")
);

-- CreateTable
CREATE TABLE "issuer_key" (
    "id" TEXT NOT NULL,
    "adopted_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "issuer_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "credential_number_key" ON "credential"("number");

-- CreateIndex
CREATE UNIQUE INDEX "credential_certificate_id_key" ON "credential"("certificate_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_supersedes_id_key" ON "credential"("supersedes_id");

-- CreateIndex
CREATE INDEX "credential_user_id_idx" ON "credential"("user_id");

-- CreateIndex
CREATE INDEX "signed_credential_key_id_idx" ON "signed_credential"("key_id");

-- CreateIndex
CREATE UNIQUE INDEX "signed_credential_credential_id_version_key" ON "signed_credential"("credential_id", "version");

-- CreateIndex
CREATE INDEX "credential_event_credential_id_at_idx" ON "credential_event"("credential_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "status_list_entry_credential_id_purpose_key" ON "status_list_entry"("credential_id", "purpose");

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_status_record_id_fkey" FOREIGN KEY ("status_record_id") REFERENCES "status_record"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "credential"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signed_credential" ADD CONSTRAINT "signed_credential_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signed_credential" ADD CONSTRAINT "signed_credential_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "issuer_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential_event" ADD CONSTRAINT "credential_event_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_list_entry" ADD CONSTRAINT "status_list_entry_list_name_fkey" FOREIGN KEY ("list_name") REFERENCES "status_list"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_list_entry" ADD CONSTRAINT "status_list_entry_credential_id_fkey" FOREIGN KEY ("credential_id") REFERENCES "credential"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say ------------------------------------------------------------

-- A decided status has one credential; a further one takes the place of the one before.
CREATE UNIQUE INDEX "credential_first_of_status" ON "credential" ("status_record_id") WHERE "supersedes_id" IS NULL;
-- A course certificate rests on a certificate, everything else on a decided status.
ALTER TABLE "credential" ADD CONSTRAINT "credential_rests_on_one" CHECK (num_nonnulls("certificate_id", "status_record_id") = 1);
ALTER TABLE "status_list_entry" ADD CONSTRAINT "status_list_entry_position_range" CHECK ("position" BETWEEN 0 AND 131071);
ALTER TABLE "credential_event" ADD CONSTRAINT "credential_event_until_of_suspension" CHECK ("until" IS NULL OR "kind" = 'suspended');
-- One key signs at a time.
CREATE UNIQUE INDEX "issuer_key_one_in_force" ON "issuer_key" ((true)) WHERE "retired_at" IS NULL AND "revoked_at" IS NULL;

CREATE TRIGGER "credential_append_only" BEFORE UPDATE OR DELETE ON "credential" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "signed_credential_append_only" BEFORE UPDATE OR DELETE ON "signed_credential" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "credential_event_append_only" BEFORE UPDATE OR DELETE ON "credential_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "status_list_append_only" BEFORE UPDATE OR DELETE ON "status_list" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "status_list_entry_append_only" BEFORE UPDATE OR DELETE ON "status_list_entry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
