-- CreateTable
CREATE TABLE "sent_answer" (
    "enrolment_id" UUID NOT NULL,
    "key" UUID NOT NULL,

    CONSTRAINT "sent_answer_pkey" PRIMARY KEY ("enrolment_id","key")
);

-- AddForeignKey
ALTER TABLE "sent_answer" ADD CONSTRAINT "sent_answer_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
