-- CreateEnum
CREATE TYPE "attendance_state" AS ENUM ('present', 'absent', 'excused', 'made_up');

-- CreateEnum
CREATE TYPE "attendance_via" AS ENUM ('lead', 'code');

-- AlterTable
ALTER TABLE "live_session" ADD COLUMN     "code" TEXT,
ADD COLUMN     "code_ends_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "state" "attendance_state" NOT NULL,
    "minutes" INTEGER,
    "task" TEXT NOT NULL DEFAULT '',
    "via" "attendance_via" NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "attendance_session_id_user_id_idx" ON "attendance"("session_id", "user_id");

-- CreateIndex
CREATE INDEX "attendance_user_id_idx" ON "attendance"("user_id");

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema cannot say.
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_minutes_of_present" CHECK ("minutes" IS NULL OR ("state" = 'present' AND "minutes" > 0));
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_code_ends" CHECK (("code" IS NULL) = ("code_ends_at" IS NULL));
