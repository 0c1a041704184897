-- CreateEnum
CREATE TYPE "enrolment_event_kind" AS ENUM ('begun', 'withdrawn', 'returned', 'ended', 'completed', 'joined', 'left', 'transferred');

-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN     "withdrawn_by_id" UUID;

-- CreateTable
CREATE TABLE "enrolment_event" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "kind" "enrolment_event_kind" NOT NULL,
    "cohort_id" UUID,
    "to_cohort_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enrolment_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "enrolment_event_user_id_course_id_at_idx" ON "enrolment_event"("user_id", "course_id", "at");

-- AddForeignKey
ALTER TABLE "enrolment_event" ADD CONSTRAINT "enrolment_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_event" ADD CONSTRAINT "enrolment_event_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_event" ADD CONSTRAINT "enrolment_event_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_event" ADD CONSTRAINT "enrolment_event_to_cohort_id_fkey" FOREIGN KEY ("to_cohort_id") REFERENCES "cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "enrolment_event_append_only" BEFORE UPDATE OR DELETE ON "enrolment_event" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What is known of enrolments from before there was a history. So far only orders have ended any.
INSERT INTO "enrolment_event" ("id", "user_id", "course_id", "kind", "by_id", "at")
SELECT gen_random_uuid(), "user_id", "course_id", 'begun', CASE WHEN "order_id" IS NULL THEN "user_id" END, "enrolled_at" FROM "enrolment";
INSERT INTO "enrolment_event" ("id", "user_id", "course_id", "kind", "at")
SELECT gen_random_uuid(), "user_id", "course_id", 'completed', "completed_at" FROM "enrolment" WHERE "completed_at" IS NOT NULL;
INSERT INTO "enrolment_event" ("id", "user_id", "course_id", "kind", "at")
SELECT gen_random_uuid(), "user_id", "course_id", 'ended', now() FROM "enrolment" WHERE "state" = 'withdrawn';
INSERT INTO "enrolment_event" ("id", "user_id", "course_id", "kind", "cohort_id", "at")
SELECT gen_random_uuid(), m."user_id", c."course_id", 'joined', c."id", m."joined_at"
FROM "cohort_member" m JOIN "cohort" c ON c."id" = m."cohort_id" WHERE m."part" = 'trainee';
