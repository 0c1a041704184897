-- CreateTable
CREATE TABLE "lesson_reading" (
    "enrolment_id" UUID NOT NULL,
    "lesson_slug" TEXT NOT NULL,
    "anchor" TEXT,
    "active_seconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "lesson_reading_pkey" PRIMARY KEY ("enrolment_id","lesson_slug")
);

-- CreateTable
CREATE TABLE "study_clock" (
    "user_id" UUID NOT NULL,
    "counted_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "study_clock_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "lesson_reading" ADD CONSTRAINT "lesson_reading_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_clock" ADD CONSTRAINT "study_clock_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
