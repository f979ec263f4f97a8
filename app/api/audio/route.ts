import { contextOf } from '@/app/server/context'
import { keepRecording } from '@/app/server/recordings/keep'

/** Keeps a recording: the file itself as the body. */
export async function POST(request: Request): Promise<Response> {
  return keepRecording(await contextOf(request.headers), request)
}
