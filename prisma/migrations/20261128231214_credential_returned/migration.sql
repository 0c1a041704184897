-- AlterTable
ALTER TABLE "credential_release" ADD COLUMN     "returned_at" TIMESTAMPTZ(3),
ADD COLUMN     "returned_because" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "returned_by_id" UUID;
