-- CreateTable
CREATE TABLE "session_file" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "session_file_key_key" ON "session_file"("key");

-- CreateIndex
CREATE UNIQUE INDEX "session_file_session_id_sha256_key" ON "session_file"("session_id", "sha256");

-- AddForeignKey
ALTER TABLE "session_file" ADD CONSTRAINT "session_file_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;
