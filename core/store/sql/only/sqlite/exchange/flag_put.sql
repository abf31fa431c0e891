-- Only SQLite: a desk's own store takes over what the guard remarked about an event.
INSERT INTO event_flag (event_id, rooftop_id, flag, held) VALUES (:event_id, :rooftop_id, :flag, :held)
ON CONFLICT (event_id) DO UPDATE SET flag = excluded.flag, held = excluded.held
