// A job queue that records touches: each job writes what the desks' recording leaves on the server, in one transaction.
//   node record.mjs POSTGRESQL_URI WORKERS     prints how many jobs a second were done
import { randomUUID } from "node:crypto";
import pg from "pg";
import { Logger, makeWorkerUtils, runOnce } from "graphile-worker";

const [uri, workers] = [process.argv[2], Number(process.argv[3])];
const jobs = workers > 1 ? 1500 : 600;
const origin = randomUUID();
// Past the guard's triggers: what they add is written by the job itself.
const pool = new pg.Pool({ connectionString: uri, max: workers + 2, options: "-c session_replication_role=replica" });
pool.on("error", (error) => { throw error; });
pool.on("connect", (link) => link.on("error", (error) => { throw error; }));
const body = '{"note":"Sent the offer that was asked for.","plan":"fresh-internet","step":3}';

async function record({ n, customer, lead }) {
  const link = await pool.connect();
  const now = Date.now() * 1000, id = randomUUID();
  const run = (name, text, values) => link.query({ name, text, values });
  try {
    await link.query("BEGIN");
    await run("event", "INSERT INTO event VALUES ($1,1,$2,$3,$4,$5,$6::bigint / 1000 << 16,'attempt',1,'email','out','sent',$6::bigint,$6::bigint,'desk1','queue',$7)",
      [id, customer, lead, origin, n, now, body]);
    await run("count", "UPDATE customer_head SET events = events + 1 WHERE customer_id = $1", [customer]);
    await run("lead", "UPDATE lead SET attempts = attempts + 1, steps_done = steps_done + 1, last_attempt_at = $2 WHERE id = $1", [lead, now]);
    await run("queue", "UPDATE queue SET due_at = $2, step = step + 1 WHERE customer_id = $1", [customer, now + 86400000000]);
    await run("feed", "WITH head AS (UPDATE feed_head SET last_seq = last_seq + 1 WHERE feed = 1 RETURNING *) " +
      "INSERT INTO feed SELECT 1, last_seq, $1, $2, last_chain, $3 FROM head", [id, customer, now]);
    await link.query("COMMIT");
  } finally {
    link.release();
  }
}

const logger = new Logger(() => () => {});
const utils = await makeWorkerUtils({ pgPool: pool, logger });
await utils.migrate();
await pool.query("DELETE FROM graphile_worker._private_jobs");
const people = (await pool.query("SELECT customer_id, lead_id FROM queue WHERE band < 9 ORDER BY customer_id DESC LIMIT $1", [jobs])).rows;
await utils.addJobs(people.map((p, i) => ({ identifier: "record", payload: { n: i + 1, customer: p.customer_id, lead: p.lead_id } })));
const begin = process.hrtime.bigint();
await runOnce({ pgPool: pool, concurrency: workers, taskList: { record }, logger, noHandleSignals: true });
const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
const left = (await pool.query("SELECT count(*)::int AS n FROM graphile_worker._private_jobs")).rows[0].n;
// The last ones may be done and not yet taken off the list when it says it is idle.
if (left > workers) throw new Error(`${left} jobs were not done`);
console.log(((jobs - left) / seconds).toFixed(2));
await utils.release();
await pool.end();
