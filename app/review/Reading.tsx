import type { ReleaseDetail } from '@/app/rooms/outputs'
import { Checks } from './Checks'
import { DataMap } from './DataMap'
import { Paths } from './Paths'
import { SettingsAndLinks } from './SettingsAndLinks'
import { SpokenWords } from './SpokenWords'
import type { Section } from './sections'

/** The section that is open. */
export function Reading({ release, shown }: { release: ReleaseDetail; shown: Section }) {
  const rooms = {
    words: <SpokenWords release={release} />,
    paths: <Paths drawing={release.drawing} />,
    checks: <Checks release={release} />,
    data: <DataMap release={release} />,
    settings: <SettingsAndLinks release={release} />,
  }
  return rooms[shown]
}
