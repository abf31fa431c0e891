-- Only PostgreSQL: the database decides who may; it says when it was and by whom, but for an administrator.
SELECT duty_say(CAST(:rooftop_id AS INTEGER), :duty, :says, :who, :lead_id, CAST(:due_at AS BIGINT), :text, :by_login, CAST(:at AS BIGINT))
