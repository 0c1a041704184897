-- CreateTable
CREATE TABLE "practice_card" (
    "enrolment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "reviewed_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "reviews" INTEGER NOT NULL,

    CONSTRAINT "practice_card_pkey" PRIMARY KEY ("enrolment_id","question_id")
);

-- CreateTable
CREATE TABLE "practice_answer" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "course_version_id" UUID NOT NULL,
    "chosen" TEXT[],
    "is_correct" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_on" DATE NOT NULL,

    CONSTRAINT "practice_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "practice_answer_enrolment_id_answered_on_idx" ON "practice_answer"("enrolment_id", "answered_on");

-- CreateIndex
CREATE UNIQUE INDEX "practice_answer_enrolment_id_question_id_number_key" ON "practice_answer"("enrolment_id", "question_id", "number");

-- AddForeignKey
ALTER TABLE "practice_card" ADD CONSTRAINT "practice_card_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_answer" ADD CONSTRAINT "practice_answer_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_answer" ADD CONSTRAINT "practice_answer_course_version_id_fkey" FOREIGN KEY ("course_version_id") REFERENCES "content_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema cannot say ------------------------------------------------------------

ALTER TABLE "practice_card"
  ADD CONSTRAINT "practice_card_in_bounds" CHECK ("stability" > 0 AND "difficulty" BETWEEN 1 AND 10 AND "reviews" >= 1),
  ADD CONSTRAINT "practice_card_due_later" CHECK ("due_on" > "reviewed_on");

-- Who answered before there were cards gets theirs from the first answer, with the values that FSRS 6 begins with.
INSERT INTO "practice_card" ("enrolment_id", "question_id", "stability", "difficulty", "reviewed_on", "due_on", "reviews")
SELECT enrolment_id, question_id, CASE WHEN is_correct THEN 2.3065 ELSE 0.212 END,
       CASE WHEN is_correct THEN 2.11810397 ELSE 6.4133 END,
       answered_on, answered_on + CASE WHEN is_correct THEN 2 ELSE 1 END, 1
FROM (
  SELECT DISTINCT ON (q.enrolment_id, q.question_id) q.enrolment_id, q.question_id, q.is_correct,
         (q.answered_at AT TIME ZONE u.time_zone)::date AS answered_on
  FROM "question_answer" q
  JOIN "enrolment" e ON e.id = q.enrolment_id
  JOIN "user" u ON u.id = e.user_id
  ORDER BY q.enrolment_id, q.question_id, q.answered_at, q.id
) first_answer;
