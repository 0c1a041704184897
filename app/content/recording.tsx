import { captionsFile, mediaType } from './media-format.ts'

const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2]

/** In its place on a lesson that a device keeps. */
const SOUND_WAITS = 'To hear this you need a network. Every word of it stands below.'
const FILM_WAITS = 'To watch this you need a network. What is shown and said stands in its transcript.'

type RecordingProps = { file: string; label: string; folder: string }

/**
 * A recording with the browser's own controls. It never begins by itself. A film shows its captions; those of a sound recording are written beneath it, where a
 * script is, and the words stand in the lesson in any case.
 */
export function Recording({ file, label, folder }: RecordingProps) {
  const player = {
    controls: true,
    preload: 'metadata',
    'data-recording': file,
    children: [
      <source key="file" src={`${folder}/${file}`} type={mediaType(file)} />,
      <track
        key="track"
        kind="captions"
        srcLang="en-GB"
        label="English"
        src={`${folder}/${captionsFile(file)}`}
        default
      />,
    ],
  } as const
  const isFilm = mediaType(file) === 'video/mp4'
  return (
    <>
      <p className="without-network unsent">{isFilm ? FILM_WAITS : SOUND_WAITS}</p>
      <div className="recording">
        {isFilm ? (
          <video {...player} aria-label={`Film: ${label}`} width={640} height={360} playsInline />
        ) : (
          <audio {...player} aria-label={`Read aloud: ${label}`} />
        )}
        <Tools isFilm={isFilm} />
      </div>
    </>
  )
}

/**
 * What a script gives work to, here from the first so that nothing moves when it comes: how fast, which not every browser's own controls have, and the line
 * of captions. A screen reader has the voice, and the words of the dialogue below.
 */
const Tools = ({ isFilm }: { isFilm: boolean }) => (
  <div className="recording-tools noscript:hidden">
    {!isFilm && <p data-captions aria-hidden="true" />}
    <label>
      Speed{' '}
      <select defaultValue={1} autoComplete="off" data-speed>
        {SPEEDS.map((speed) => (
          <option key={speed} value={speed}>
            {speed}×
          </option>
        ))}
      </select>
    </label>
  </div>
)
