-- Only PostgreSQL: the rows of a person are written with what managers' duties follow from. An older desk tells nothing of that: its rows
-- are taken, because the history in them is right, and marked to be worked out anew.
ALTER TABLE customer ALTER COLUMN duty_trail TYPE TEXT COLLATE "C";
--;;
CREATE OR REPLACE FUNCTION write_rows(p_customer TEXT, p_rooftop INTEGER, p_rows JSONB) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM customer c, jsonb_to_record(p_rows -> 'customer')
                       AS r (name TEXT, match_key TEXT, city TEXT, region TEXT, zones TEXT, refused BOOLEAN, duty_trail TEXT, duty_at BIGINT)
                   WHERE c.id = p_customer AND (c.name, c.match_key, c.city, c.region, c.zones, c.refused, c.duty_trail, c.duty_at)
                       IS NOT DISTINCT FROM (r.name, r.match_key, r.city, r.region, r.zones, r.refused, coalesce(r.duty_trail, ''),
                                             coalesce(r.duty_at, 0))) THEN
        INSERT INTO customer (id, rooftop_id, name, match_key, city, region, zones, refused, duty_trail, duty_at)
        SELECT p_customer, p_rooftop, r.name, r.match_key, r.city, r.region, r.zones, r.refused, coalesce(r.duty_trail, ''),
               coalesce(r.duty_at, 0)
        FROM jsonb_to_record(p_rows -> 'customer')
            AS r (name TEXT, match_key TEXT, city TEXT, region TEXT, zones TEXT, refused BOOLEAN, duty_trail TEXT, duty_at BIGINT)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, match_key = excluded.match_key, city = excluded.city,
            region = excluded.region, zones = excluded.zones, refused = excluded.refused, duty_trail = excluded.duty_trail,
            duty_at = excluded.duty_at;
    END IF;

    IF (SELECT count(*) FROM contact_point p WHERE p.customer_id = p_customer) <> jsonb_array_length(p_rows -> 'points')
       OR EXISTS (SELECT 1 FROM jsonb_to_recordset(p_rows -> 'points') AS r (kind TEXT, value TEXT, label TEXT)
                  WHERE NOT EXISTS (SELECT 1 FROM contact_point p WHERE p.customer_id = p_customer AND p.kind = r.kind
                                        AND p.value = r.value AND p.label = r.label)) THEN
        DELETE FROM contact_point p WHERE p.customer_id = p_customer AND NOT EXISTS (
            SELECT 1 FROM jsonb_to_recordset(p_rows -> 'points') AS r (kind TEXT, value TEXT)
            WHERE r.kind = p.kind AND r.value = p.value);
        INSERT INTO contact_point AS p (customer_id, kind, value, rooftop_id, label)
        SELECT p_customer, r.kind, r.value, p_rooftop, r.label
        FROM jsonb_to_recordset(p_rows -> 'points') AS r (kind TEXT, value TEXT, label TEXT)
        ON CONFLICT (customer_id, kind, value) DO UPDATE SET label = excluded.label;
    END IF;

    INSERT INTO lead AS l
    SELECT r.id, p_rooftop, p_customer, r.status, r.source, r.owner, r.vehicle, r.stock, r.vin, r.arrived_at, r.plan_id,
           r.plan_version, r.steps_done, r.attempts, r.reached, r.marks, r.last_attempt_at, r.last_reply_at,
           r.waiting_reply, r.promise_at, r.promise_by, r.appointment_at, coalesce(r.story, ''),
           coalesce(r.story_at, 0)
    FROM jsonb_to_recordset(p_rows -> 'leads') AS r (id TEXT, status TEXT, source TEXT, owner TEXT, vehicle TEXT, stock TEXT,
        vin TEXT, arrived_at BIGINT, plan_id TEXT, plan_version INTEGER, steps_done INTEGER, attempts INTEGER,
        reached INTEGER, marks TEXT, last_attempt_at BIGINT, last_reply_at BIGINT, waiting_reply TEXT, promise_at BIGINT,
        promise_by TEXT, appointment_at BIGINT, story TEXT, story_at BIGINT)
    ON CONFLICT (id) DO UPDATE SET status = excluded.status, source = excluded.source, owner = excluded.owner,
        vehicle = excluded.vehicle, stock = excluded.stock, vin = excluded.vin, arrived_at = excluded.arrived_at,
        plan_id = excluded.plan_id, plan_version = excluded.plan_version, steps_done = excluded.steps_done,
        attempts = excluded.attempts, reached = excluded.reached, marks = excluded.marks,
        last_attempt_at = excluded.last_attempt_at, last_reply_at = excluded.last_reply_at,
        waiting_reply = excluded.waiting_reply, promise_at = excluded.promise_at, promise_by = excluded.promise_by,
        appointment_at = excluded.appointment_at, story = excluded.story,
        story_at = excluded.story_at
    WHERE l.customer_id = p_customer AND (l.*) IS DISTINCT FROM (excluded.*);
    IF (SELECT count(*) FROM lead l WHERE l.rooftop_id = p_rooftop AND l.customer_id = p_customer)
       <> jsonb_array_length(p_rows -> 'leads') THEN
        DELETE FROM lead l WHERE l.rooftop_id = p_rooftop AND l.customer_id = p_customer AND NOT EXISTS (
            SELECT 1 FROM jsonb_to_recordset(p_rows -> 'leads') AS r (id TEXT) WHERE r.id = l.id);
    END IF;

    IF jsonb_typeof(p_rows -> 'queue') = 'object' THEN
        INSERT INTO queue_gate (rooftop_id, owner, band, gate, rows)
        SELECT p_rooftop, r.owner, r.band, r.gate, 1
        FROM jsonb_to_record(p_rows -> 'queue') AS r (owner TEXT, band INTEGER, gate TEXT)
        WHERE NOT EXISTS (SELECT 1 FROM queue_gate g WHERE g.rooftop_id = p_rooftop AND g.owner = r.owner
                            AND g.band = r.band AND g.gate = r.gate)
        ON CONFLICT DO NOTHING;
        INSERT INTO queue AS q (customer_id, rooftop_id, lead_id, owner, band, gate, due_at, medium, step, steps)
        SELECT p_customer, p_rooftop, r.lead_id, r.owner, r.band, r.gate, r.due_at, r.medium, r.step, r.steps
        FROM jsonb_to_record(p_rows -> 'queue') AS r (lead_id TEXT, owner TEXT, band INTEGER, gate TEXT, due_at BIGINT,
            medium TEXT, step INTEGER, steps INTEGER)
        ON CONFLICT (customer_id) DO UPDATE SET lead_id = excluded.lead_id, owner = excluded.owner, band = excluded.band,
            gate = excluded.gate, due_at = excluded.due_at, medium = excluded.medium, step = excluded.step,
            steps = excluded.steps
        WHERE (q.*) IS DISTINCT FROM (excluded.*);
    ELSE
        DELETE FROM queue WHERE customer_id = p_customer;
    END IF;

    IF (SELECT count(*) FROM intake_key k WHERE k.rooftop_id = p_rooftop AND k.customer_id = p_customer)
           <> jsonb_array_length(p_rows -> 'keys')
       OR EXISTS (SELECT 1 FROM jsonb_array_elements_text(p_rows -> 'keys') AS v WHERE NOT EXISTS (
                      SELECT 1 FROM intake_key k WHERE k.rooftop_id = p_rooftop AND k.value = v AND k.customer_id = p_customer)) THEN
        DELETE FROM intake_key k WHERE k.rooftop_id = p_rooftop AND k.customer_id = p_customer
            AND NOT p_rows -> 'keys' ? k.value;
        INSERT INTO intake_key (rooftop_id, value, customer_id)
        SELECT p_rooftop, v, p_customer FROM jsonb_array_elements_text(p_rows -> 'keys') AS v
        ON CONFLICT DO NOTHING;
    END IF;

    IF NOT EXISTS (SELECT 1 FROM search_doc s WHERE s.customer_id = p_customer AND s.body = p_rows ->> 'search') THEN
        INSERT INTO search_doc (customer_id, rooftop_id, body) VALUES (p_customer, p_rooftop, p_rows ->> 'search')
        ON CONFLICT (customer_id) DO UPDATE SET body = excluded.body;
    END IF;
END $$;
--;;
CREATE OR REPLACE FUNCTION apply_rows(p_customer TEXT, p_rooftop INTEGER, p_rows JSONB) RETURNS VOID
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    outdated BOOLEAN := (SELECT count(*) FROM contact_rule r WHERE r.rooftop_id = p_rooftop)
                        <> coalesce(nullif(current_setting('beback.rules', TRUE), ''), '0')::BIGINT
                        OR p_rows #>> '{customer,duty_trail}' IS NULL
                        OR EXISTS (SELECT 1 FROM jsonb_array_elements(p_rows -> 'leads') AS l WHERE NOT l.value ? 'story');
BEGIN
    PERFORM write_rows(p_customer, p_rooftop, p_rows);
    UPDATE customer_head SET replan = outdated WHERE customer_id = p_customer AND customer_head.replan <> outdated;
END $$;
