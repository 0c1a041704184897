-- AlterTable
ALTER TABLE "provider" ADD COLUMN     "asked_by_id" UUID,
ADD COLUMN     "declined_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "staff_check" ADD COLUMN     "entry_version" INTEGER;
