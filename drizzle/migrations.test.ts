import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { type PgTable, getTableConfig as pgConfig } from 'drizzle-orm/pg-core'
import { type SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import * as pgExports from './schema.pg'
import * as sqliteExports from './schema.sqlite'

const here = import.meta.dirname
const { pgSchema, ...pgTables } = pgExports
const { sqliteSchema, ...sqliteTables } = sqliteExports
const names = Object.keys(sqliteSchema) as (keyof typeof sqliteSchema)[]

describe.each(['sqlite', 'pg'])('the migrations of %s', (dialect) => {
  const folder = join(here, 'migrations', dialect)
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { idx: number; when: number; tag: string }[]
  }

  test('come later and later: one that is older than the last applied would be skipped', () => {
    const times = journal.entries.map(({ when }) => when)
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
    expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(
      readdirSync(folder)
        .filter((name) => name.endsWith('.sql'))
        .sort(),
    )
  })

  test('say all that the schema says', { timeout: 60_000 }, () => {
    const root = mkdtempSync(join(tmpdir(), 'callwright-generate-'))
    try {
      cpSync(here, join(root, 'drizzle'), { recursive: true })
      cpSync(join(here, '..', 'package.json'), join(root, 'package.json'))
      symlinkSync(join(here, '..', 'node_modules'), join(root, 'node_modules'))
      const generated = spawnSync(
        process.execPath,
        ['node_modules/drizzle-kit/bin.cjs', 'generate', '--config', `drizzle/${dialect}.config.ts`],
        { cwd: root, encoding: 'utf8' },
      )
      expect(generated.stdout).toContain('nothing to migrate')
      expect(generated.status).toBe(0)
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })
})

describe('the two schemas', () => {
  test('export every table for drizzle-kit', () => {
    expect(Object.keys(sqliteTables).sort()).toEqual([...names].sort())
    expect(Object.keys(pgTables).sort()).toEqual([...names].sort())
  })

  test.each(names)('say the same about %s, with the organisation in its key', (name) => {
    const sqlite = sqliteSchema[name] as SQLiteTable
    // The schema's type is SQLite's; what stands behind it is a table of Postgres.
    const pg = pgSchema[name] as unknown as PgTable
    expect(getTableName(pg)).toBe(getTableName(sqlite))
    const shape = (table: SQLiteTable | PgTable) =>
      Object.entries(getTableColumns(table)).map(([key, { notNull, dataType, enumValues }]) => ({
        key,
        notNull,
        dataType: dataType === 'buffer' ? 'custom' : dataType,
        enumValues,
      }))
    expect(shape(pg)).toEqual(shape(sqlite))
    const keysOf = ({
      primaryKeys,
      columns,
    }: {
      primaryKeys: { columns: { name: string }[] }[]
      columns: { primary: boolean; name: string }[]
    }) => primaryKeys[0]?.columns.map((column) => column.name) ?? columns.filter(({ primary }) => primary).map((column) => column.name)
    expect(keysOf(pgConfig(pg))).toEqual(keysOf(sqliteConfig(sqlite)))
    expect(keysOf(sqliteConfig(sqlite))[0]).toBe('organisation')
    expect(pgConfig(pg).indexes.map(({ config }) => [config.name, config.unique])).toEqual(
      sqliteConfig(sqlite).indexes.map(({ config }) => [config.name, config.unique]),
    )
  })
})
