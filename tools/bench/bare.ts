import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/** The least that could answer: a pool, a statement, JSON. What Headway does besides is measured against it. */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL']!, max: 10 });
const statements = JSON.parse(process.env['STATEMENTS']!) as string[];

const server = createServer((asked, answer) => void answered(asked, answer));

async function answered(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
  const [what = '', number] = asked.url!.slice(1).split('/');
  try {
    if (what === 'copy') {
      const client = await pool.connect();
      client
        .query(copyTo(`COPY (${statements.at(-1)}) TO STDOUT (FORMAT csv, HEADER)`))
        .on('end', () => client.release())
        .pipe(answer);
      return;
    }
    const { rows } = await pool.query({
      name: what,
      text: statements[Number(what)]!,
      values: number ? [number] : [],
    });
    answer.setHeader('Content-Type', 'application/json').end(JSON.stringify(rows));
  } catch (error) {
    answer.writeHead(500).end(String(error));
  }
}

server.listen(Number(process.env['PORT']), 'localhost', () => process.send?.('listening'));
process.once('disconnect', () => process.exit(0));
