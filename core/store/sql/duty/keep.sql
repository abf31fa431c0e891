-- As it was said in another store; what is there already is the same.
INSERT INTO duty_word (rooftop_id, duty, ends, says, who, lead_id, due_at, text, by_login, at)
VALUES (:rooftop_id, :duty, :ends, :says, :who, :lead_id, :due_at, :text, :by_login, :at)
ON CONFLICT (rooftop_id, duty, ends) DO NOTHING
