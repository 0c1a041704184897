-- AlterTable
ALTER TABLE "lesson_reading" ADD COLUMN "media_places" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "media_file" (
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "media_file_pkey" PRIMARY KEY ("sha256")
);

-- A recording is compressed already; stored as it is, a part of it can be read without the rest.
ALTER TABLE "media_file" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
