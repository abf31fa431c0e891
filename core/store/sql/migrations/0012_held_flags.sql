-- Held events are rare: with this, whether there is any at all is one look, and a history is read without asking of each.
CREATE INDEX event_flag_held ON event_flag (event_id) WHERE held;
