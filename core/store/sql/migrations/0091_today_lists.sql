-- Today lists whoever waits for an answer and whoever comes in, of few among all that are open.
CREATE INDEX lead_waiting ON lead (rooftop_id, last_reply_at) WHERE status = 'open' AND waiting_reply <> '';
--;;
CREATE INDEX lead_appointment ON lead (rooftop_id, appointment_at) WHERE status = 'open' AND appointment_at > 0;
