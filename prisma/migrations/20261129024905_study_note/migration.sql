-- CreateTable
CREATE TABLE "study_note" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "lesson_slug" TEXT NOT NULL,
    "course_version_id" UUID NOT NULL,
    "anchor" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "note" JSONB,
    "confirmed" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 1,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "study_note_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "study_note_user_id_course_id_lesson_slug_anchor_start_end_key" ON "study_note"("user_id", "course_id", "lesson_slug", "anchor", "start", "end");

-- AddForeignKey
ALTER TABLE "study_note" ADD CONSTRAINT "study_note_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_note" ADD CONSTRAINT "study_note_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "content_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study_note" ADD CONSTRAINT "study_note_course_version_id_fkey" FOREIGN KEY ("course_version_id") REFERENCES "content_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
