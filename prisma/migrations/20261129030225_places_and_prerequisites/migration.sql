-- AlterEnum
ALTER TYPE "enrolment_event_kind" ADD VALUE 'waiting';
ALTER TYPE "enrolment_event_kind" ADD VALUE 'offered';
ALTER TYPE "enrolment_event_kind" ADD VALUE 'declined';
ALTER TYPE "enrolment_event_kind" ADD VALUE 'lapsed';
ALTER TYPE "enrolment_event_kind" ADD VALUE 'waived';

-- AlterTable
ALTER TABLE "cohort" ADD COLUMN     "join_from" DATE,
ADD COLUMN     "join_until" DATE,
ADD COLUMN     "offer_hours" INTEGER NOT NULL DEFAULT 48,
ADD COLUMN     "places" INTEGER;

-- CreateTable
CREATE TABLE "prerequisite_waiver" (
    "user_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "prerequisite" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "waived_by_id" UUID NOT NULL,
    "waived_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "prerequisite_waiver_pkey" PRIMARY KEY ("user_id","course_id","prerequisite")
);

-- CreateTable
CREATE TABLE "place_wait" (
    "cohort_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "offered_at" TIMESTAMPTZ(3),
    "offer_until" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "place_wait_pkey" PRIMARY KEY ("cohort_id","user_id")
);

-- CreateIndex
CREATE INDEX "place_wait_user_id_idx" ON "place_wait"("user_id");

-- CreateIndex
CREATE INDEX "place_wait_offer_until_idx" ON "place_wait"("offer_until");

-- AddForeignKey
ALTER TABLE "prerequisite_waiver" ADD CONSTRAINT "prerequisite_waiver_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prerequisite_waiver" ADD CONSTRAINT "prerequisite_waiver_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_wait" ADD CONSTRAINT "place_wait_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "place_wait" ADD CONSTRAINT "place_wait_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
