-- What a device held back is not answers alone any longer. The keys of those that were sent stay.
ALTER TABLE "sent_answer" RENAME TO "sent_work";
ALTER TABLE "sent_work" RENAME CONSTRAINT "sent_answer_pkey" TO "sent_work_pkey";
ALTER TABLE "sent_work" RENAME CONSTRAINT "sent_answer_enrolment_id_fkey" TO "sent_work_enrolment_id_fkey";
