-- AlterTable
ALTER TABLE "seat_purchase" ADD COLUMN     "cohort_id" UUID;

-- AddForeignKey
ALTER TABLE "seat_purchase" ADD CONSTRAINT "seat_purchase_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;
