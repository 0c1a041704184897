-- AlterTable
ALTER TABLE "enrolment" ADD COLUMN     "through_id" UUID;

-- CreateIndex
CREATE INDEX "enrolment_through_id_idx" ON "enrolment"("through_id");

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_through_id_fkey" FOREIGN KEY ("through_id") REFERENCES "enrolment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
