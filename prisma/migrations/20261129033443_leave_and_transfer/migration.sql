-- CreateEnum
CREATE TYPE "request_answer" AS ENUM ('agreed', 'declined', 'taken_back');

-- AlterEnum
ALTER TYPE "enrolment_event_kind" ADD VALUE 'leave_agreed';
ALTER TYPE "enrolment_event_kind" ADD VALUE 'leave_ended';

-- AlterTable
ALTER TABLE "enrolment_event" ADD COLUMN     "from_on" DATE,
ADD COLUMN     "until_on" DATE;

-- CreateTable
CREATE TABLE "leave" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "request_answer",
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "leave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer_wish" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "to_cohort_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" "request_answer",
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "transfer_wish_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "leave_user_id_idx" ON "leave"("user_id");

-- CreateIndex
CREATE INDEX "leave_cohort_id_idx" ON "leave"("cohort_id");

-- CreateIndex
CREATE INDEX "transfer_wish_user_id_idx" ON "transfer_wish"("user_id");

-- CreateIndex
CREATE INDEX "transfer_wish_cohort_id_idx" ON "transfer_wish"("cohort_id");

-- AddForeignKey
ALTER TABLE "leave" ADD CONSTRAINT "leave_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave" ADD CONSTRAINT "leave_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer_wish" ADD CONSTRAINT "transfer_wish_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer_wish" ADD CONSTRAINT "transfer_wish_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer_wish" ADD CONSTRAINT "transfer_wish_to_cohort_id_fkey" FOREIGN KEY ("to_cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
