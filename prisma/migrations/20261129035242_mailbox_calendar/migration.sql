-- AlterTable
ALTER TABLE "mailbox_message" ADD COLUMN     "calendar" TEXT;
