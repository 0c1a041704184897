import { Notice } from '#app/ui/notice.tsx'

/** Below the questions, where the answer that completed the course was given. */
export const CourseCompleted = ({ course }: { course: string }) => (
  <div className="max-w-measure print:hidden">
    <Notice kind="positive" title="You have completed this course">
      <p>
        <a href={`/learn/${course}`}>See what becomes of your certificate</a>
      </p>
    </Notice>
  </div>
)
