-- CreateEnum
CREATE TYPE "order_purpose" AS ENUM ('course', 'seats', 'application_fee', 'renewal_fee');

-- AlterTable
ALTER TABLE "order" RENAME COLUMN "course_title" TO "title";
ALTER TABLE "order" ADD COLUMN     "application_id" UUID,
ADD COLUMN     "purpose" "order_purpose" NOT NULL DEFAULT 'course',
ADD COLUMN     "quantity" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "course_id" DROP NOT NULL,
ADD CONSTRAINT "order_quantity_check" CHECK ("quantity" >= 1),
-- Whatever gives nothing cannot be sold.
ADD CONSTRAINT "order_purpose_check" CHECK (
  CASE WHEN "purpose" IN ('course', 'seats') THEN "course_id" IS NOT NULL ELSE "application_id" IS NOT NULL END
);

-- CreateIndex
CREATE INDEX "order_application_id_idx" ON "order"("application_id");

-- AddForeignKey
ALTER TABLE "order" ADD CONSTRAINT "order_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
