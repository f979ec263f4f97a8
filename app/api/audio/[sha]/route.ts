import { contextOf } from '@/app/server/context'
import { giveRecording } from '@/app/server/recordings/give'

/** Plays a recording by its hash. */
export async function GET(request: Request, { params }: { params: Promise<{ sha: string }> }): Promise<Response> {
  return giveRecording(await contextOf(request.headers), (await params).sha)
}
