-- AlterTable
ALTER TABLE "user" ADD COLUMN     "teaching_line" TEXT NOT NULL DEFAULT '';
