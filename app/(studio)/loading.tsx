import { Loading } from '@/app/ui/Loading'

/* Here and not at the root: a redirect to the sign-in must leave as a redirect, before anything is streamed. */
export default function PageLoading() {
  return (
    <main id="main" className="min-h-0 flex-1 p-5">
      <Loading shape="rows" count={4} />
    </main>
  )
}
