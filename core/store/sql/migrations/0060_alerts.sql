-- Deals that may still be saved: the few events a manager's screen asks for whenever something changed.
CREATE INDEX event_alert ON event (rooftop_id, recorded_at) WHERE kind IN ('alert_raised', 'alert_seen', 'alert_answered');
