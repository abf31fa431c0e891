-- One more word about a duty (a database that guards itself: only/postgresql/duty/say).
INSERT INTO duty_word (rooftop_id, duty, ends, says, who, lead_id, due_at, text, by_login, at)
VALUES (:rooftop_id, :duty, :ends, :says, :who, :lead_id, :due_at, :text, :by_login, :at)
