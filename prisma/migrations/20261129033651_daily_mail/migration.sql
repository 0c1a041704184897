-- AlterEnum
ALTER TYPE "mail_state" ADD VALUE 'gathered';

-- AlterTable
ALTER TABLE "notice_preference" ADD COLUMN     "is_daily" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "daily_mail" (
    "user_id" UUID NOT NULL,
    "day" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "daily_mail_pkey" PRIMARY KEY ("user_id","day")
);

-- AddForeignKey
ALTER TABLE "daily_mail" ADD CONSTRAINT "daily_mail_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
