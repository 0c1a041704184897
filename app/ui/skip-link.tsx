/** The first thing that Tab reaches; both shells have `main` with this id. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed start-3 top-3 z-50 -translate-y-24 rounded-md bg-ink px-4 py-3 font-medium text-paper hover:text-paper focus-visible:translate-y-0 print:hidden"
    >
      Skip to the content
    </a>
  )
}
