-- AlterTable
ALTER TABLE "user" ADD COLUMN     "region" TEXT NOT NULL DEFAULT 'GB';
