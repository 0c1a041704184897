-- CreateEnum
CREATE TYPE "thread_audience" AS ENUM ('cohort', 'leads');

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" JSONB,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discussion_thread" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "audience" "thread_audience" NOT NULL,
    "title" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_post_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "discussion_thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discussion_post" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "body" JSONB,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,
    "corrected_at" TIMESTAMPTZ(3),
    "taken_back_at" TIMESTAMPTZ(3),
    "hidden_at" TIMESTAMPTZ(3),
    "hidden_because" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "discussion_post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "post_report" (
    "post_id" UUID NOT NULL,
    "reported_by_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "post_report_pkey" PRIMARY KEY ("post_id","reported_by_id")
);

-- CreateTable
CREATE TABLE "thread_reading" (
    "thread_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thread_reading_pkey" PRIMARY KEY ("thread_id","user_id")
);

-- CreateIndex
CREATE INDEX "announcement_cohort_id_posted_at_idx" ON "announcement"("cohort_id", "posted_at");

-- CreateIndex
CREATE INDEX "discussion_thread_cohort_id_last_post_at_idx" ON "discussion_thread"("cohort_id", "last_post_at");

-- CreateIndex
CREATE UNIQUE INDEX "discussion_post_thread_id_number_key" ON "discussion_post"("thread_id", "number");

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discussion_thread" ADD CONSTRAINT "discussion_thread_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discussion_thread" ADD CONSTRAINT "discussion_thread_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discussion_post" ADD CONSTRAINT "discussion_post_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "discussion_thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discussion_post" ADD CONSTRAINT "discussion_post_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_report" ADD CONSTRAINT "post_report_post_id_fkey" FOREIGN KEY ("post_id") REFERENCES "discussion_post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "post_report" ADD CONSTRAINT "post_report_reported_by_id_fkey" FOREIGN KEY ("reported_by_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_reading" ADD CONSTRAINT "thread_reading_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "discussion_thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_reading" ADD CONSTRAINT "thread_reading_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
