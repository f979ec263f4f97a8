import type { ActionKind, NoticePath, Urls } from '../urls'

/** The URLs a document of one leg carries: where the other side goes next, and where reports go. */
export interface Links {
  next(kind: ActionKind): string
  notice(path: NoticePath): string
  audio(sha256: string): string
}

/** Links of a leg's document; requests that follow it are turn `turn`. */
export function linksOf(
  urls: Urls,
  { account, session, leg, turn }: { account: string; session: string; leg: string; turn: number },
): Links {
  return {
    next: (kind) => urls.action({ account, session, leg, turn, kind }),
    notice: (path) => urls.action({ account, session, leg, turn: 0, kind: 'notice' }, path),
    audio: (sha256) => urls.audio(account, sha256),
  }
}
