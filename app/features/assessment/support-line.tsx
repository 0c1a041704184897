/** Where to find somebody to talk to, for clinicians are people too. */
export function SupportLine() {
  return (
    <>
      If reading brings something up for you: your supervisor, Samaritans on{' '}
      <a href="tel:116123" className="whitespace-nowrap">
        116 123
      </a>{' '}
      (UK and Ireland, day and night), or NHS{' '}
      <a href="tel:111" className="whitespace-nowrap">
        111
      </a>
      , option 2. You can stop at any point; what you wrote is kept.
    </>
  )
}
