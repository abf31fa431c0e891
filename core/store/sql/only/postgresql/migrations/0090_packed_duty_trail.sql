-- Only PostgreSQL: a batch of many brings what managers' duties follow from (core/exchange/packing.h: change both). From an older desk both
-- are NULL here, and apply_rows() marks the person to be worked out anew.
CREATE OR REPLACE FUNCTION unpacked_rows(p_rows JSONB) RETURNS JSONB LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE jsonb_typeof(p_rows) WHEN 'array' THEN p_rows ELSE (
        SELECT coalesce(jsonb_agg(jsonb_build_object('customer_id', r.v -> 0, 'base', r.v -> 1, 'rows', jsonb_build_object(
            'customer', jsonb_build_object('name', (r.v -> 2) -> 0, 'match_key', (r.v -> 2) -> 1, 'city', (r.v -> 2) -> 2, 'region', (r.v -> 2) -> 3,
                'zones', (r.v -> 2) -> 4, 'refused', (r.v -> 2) -> 5, 'duty_trail', (r.v -> 2) -> 6,
                'duty_at', (r.v -> 2) -> 7),
            'points', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', p.v -> 0, 'value', p.v -> 1, 'label', p.v -> 2) ORDER BY p.place), '[]')
                       FROM jsonb_array_elements(r.v -> 3) WITH ORDINALITY AS p (v, place)),
            'leads', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                'id', l.v -> 0, 'status', l.v -> 1, 'source', l.v -> 2, 'owner', l.v -> 3, 'vehicle', l.v -> 4,
                'stock', l.v -> 5, 'vin', l.v -> 6, 'arrived_at', l.v -> 7, 'plan_id', l.v -> 8, 'plan_version', l.v -> 9,
                'steps_done', l.v -> 10, 'attempts', l.v -> 11, 'reached', l.v -> 12, 'marks', l.v -> 13,
                'last_attempt_at', l.v -> 14, 'last_reply_at', l.v -> 15, 'waiting_reply', l.v -> 16, 'promise_at', l.v -> 17,
                'promise_by', l.v -> 18, 'appointment_at', l.v -> 19, 'story', l.v -> 20, 'story_at', l.v -> 21)
                ORDER BY l.place), '[]') FROM jsonb_array_elements(r.v -> 4) WITH ORDINALITY AS l (v, place)),
            'queue', CASE jsonb_typeof(r.v -> 5) WHEN 'array' THEN jsonb_build_object(
                'lead_id', (r.v -> 5) -> 0, 'owner', (r.v -> 5) -> 1, 'band', (r.v -> 5) -> 2, 'gate', (r.v -> 5) -> 3,
                'due_at', (r.v -> 5) -> 4, 'medium', (r.v -> 5) -> 5, 'step', (r.v -> 5) -> 6, 'steps', (r.v -> 5) -> 7) ELSE 'null' END,
            'keys', r.v -> 6, 'search', r.v -> 7)) ORDER BY r.place), '[]')
        FROM jsonb_array_elements(p_rows -> 'rows') WITH ORDINALITY AS r (v, place)) END
$$;
