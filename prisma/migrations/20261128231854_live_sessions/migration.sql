-- AlterTable
ALTER TABLE "cohort" ADD COLUMN     "live_minutes" INTEGER,
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'Europe/London';

-- CreateTable
CREATE TABLE "live_session" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "counts_minutes" INTEGER NOT NULL,
    "materials" JSONB NOT NULL DEFAULT '[]',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "live_session_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "live_session_cohort_id_starts_at_idx" ON "live_session"("cohort_id", "starts_at");

-- AddForeignKey
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_span" CHECK ("ends_at" > "starts_at" AND "counts_minutes" >= 0);
-- A session is given once in a cohort; one that was cancelled may be planned anew.
CREATE UNIQUE INDEX "live_session_key_once" ON "live_session" ("cohort_id", "key") WHERE "cancelled_at" IS NULL;
