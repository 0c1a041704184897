-- CreateTable
CREATE TABLE "content_file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT,
    "installed_id" UUID,
    "current_id" UUID,

    CONSTRAINT "content_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_source" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "digest" TEXT NOT NULL,
    "text" TEXT,
    "title" TEXT NOT NULL,
    "open_points" TEXT[],
    "is_authored" BOOLEAN NOT NULL,
    "written_by_id" UUID,
    "reason" TEXT,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "content_source_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "content_file_name_key" ON "content_file"("name");

-- CreateIndex
CREATE UNIQUE INDEX "content_file_installed_id_key" ON "content_file"("installed_id");

-- CreateIndex
CREATE UNIQUE INDEX "content_file_current_id_key" ON "content_file"("current_id");

-- CreateIndex
CREATE UNIQUE INDEX "content_source_file_id_number_key" ON "content_source"("file_id", "number");

-- AddForeignKey
ALTER TABLE "content_file" ADD CONSTRAINT "content_file_installed_id_fkey" FOREIGN KEY ("installed_id") REFERENCES "content_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_file" ADD CONSTRAINT "content_file_current_id_fkey" FOREIGN KEY ("current_id") REFERENCES "content_source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_source" ADD CONSTRAINT "content_source_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "content_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "content_source" ADD CONSTRAINT "content_source_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What was written once stays as it was.
CREATE TRIGGER "content_source_append_only" BEFORE UPDATE OR DELETE ON "content_source" FOR EACH ROW EXECUTE FUNCTION refuse_change();
