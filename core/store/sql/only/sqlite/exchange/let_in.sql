-- Only SQLite: a desk's own store. A manager let this event in: it counts here, too.
UPDATE event_flag SET held = 0 WHERE event_id = :event_id AND held
