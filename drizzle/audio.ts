import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addAudio, audio } from './queries/audio'
import type { Store } from './store'

/** Recordings that are part of flows, named by what they are: the same bytes have the same name, and never change. */
export interface AudioShelf {
  /** Keeps a recording and gives its SHA-256 in hex. */
  put(recording: { organisation: string; mediaType: string; bytes: Buffer; at: Date }): Promise<string>
  /** @throws when the kept bytes are not what their name says. */
  get(key: { organisation: string; sha256: string }): Promise<{ mediaType: string; bytes: Buffer } | undefined>
}

/** Files under `<folder>/audio` with SQLite, rows with Postgres, where machines share the database but no disk. */
export function createAudioShelf(store: Store): AudioShelf {
  const files = store.dialect === 'sqlite'
  const folderOf = (organisation: string): string =>
    join(store.folder, 'audio', createHash('sha256').update(organisation).digest('hex').slice(0, 16))
  return {
    async put({ organisation, mediaType, bytes, at }) {
      const sha256 = digest(bytes)
      if (files) await written(folderOf(organisation), { sha256, bytes })
      await store.write((tx) =>
        addAudio(tx, { organisation, sha256, mediaType, size: bytes.length, createdAt: at, bytes: files ? null : bytes }),
      )
      return sha256
    },
    async get({ organisation, sha256 }) {
      const row = await store.read((tx) => audio(tx, { organisation, sha256 }))
      if (!row) return undefined
      const bytes = row.bytes ?? (await readFile(join(folderOf(organisation), row.sha256)))
      if (digest(bytes) !== sha256) throw new Error(`The recording ${sha256.slice(0, 12)} is damaged. Restore it from a backup.`)
      return { mediaType: row.mediaType, bytes }
    },
  }
}

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Whole or not at all: a file that was cut off never gets its name. */
async function written(folder: string, { sha256, bytes }: { sha256: string; bytes: Buffer }): Promise<void> {
  await mkdir(folder, { recursive: true })
  const unfinished = join(folder, `${sha256}.${process.pid}.part`)
  await writeFile(unfinished, bytes, { flush: true })
  await rename(unfinished, join(folder, sha256))
}
