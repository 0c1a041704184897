-- Nothing was ever checked as a registration by itself: a pathway names it among its requirements.
ALTER TYPE "check_subject" RENAME TO "check_subject_before";
CREATE TYPE "check_subject" AS ENUM ('entry', 'requirement', 'attestation');
ALTER TABLE "staff_check" ALTER COLUMN "subject" TYPE "check_subject" USING ("subject"::text::"check_subject");
DROP TYPE "check_subject_before";
