-- AlterTable
ALTER TABLE "discussion_thread" ADD COLUMN     "anchor" TEXT,
ADD COLUMN     "course_id" UUID,
ADD COLUMN     "lesson_slug" TEXT,
ADD COLUMN     "quote" TEXT;

-- AddForeignKey
ALTER TABLE "discussion_thread" ADD CONSTRAINT "discussion_thread_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "content_item"("id") ON DELETE SET NULL ON UPDATE CASCADE;
