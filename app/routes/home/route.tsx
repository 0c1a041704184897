export default function Home() {
  return <h1>Stance</h1>
}
