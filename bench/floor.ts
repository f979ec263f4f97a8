import { createServer } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import twilio from 'twilio'

/*
 * The least a webhook server can honestly do: read the form, check the signature, make one durable SQLite insert, answer.
 * Settings by the environment: PORT, TOKEN, FOLDER.
 */

const { PORT = '0', TOKEN = '', FOLDER = '.' } = process.env
const database = new Database(join(FOLDER, 'floor.db'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('create table if not exists turns (id integer primary key, sid text not null, body text not null, at text not null)')
const insert = database.prepare('insert into turns (sid, body, at) values (?, ?, ?)')
const url = `http://127.0.0.1:${PORT}`
const answer = `<?xml version="1.0" encoding="UTF-8"?><Response><Gather action="${url}/turn" method="POST"><Say>Press 1.</Say></Gather></Response>`

createServer((request, response) => {
  if (request.url === '/readyz') return void response.end('ok')
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString('utf8')
    const fields = Object.fromEntries(new URLSearchParams(body))
    const signature = String(request.headers['x-twilio-signature'] ?? '')
    if (!twilio.validateRequest(TOKEN, signature, url + request.url, fields)) return void response.writeHead(403).end()
    insert.run(fields.CallSid ?? '', body, new Date().toISOString())
    response.writeHead(200, { 'content-type': 'text/xml; charset=utf-8' }).end(answer)
  })
}).listen(Number(PORT), '127.0.0.1')
