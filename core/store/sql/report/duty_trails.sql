-- What managers' duties follow from and end by, of those of whom one may have come to be due since then; see core/history/duty_trail.h.
SELECT id, name, duty_trail FROM customer WHERE rooftop_id = :rooftop_id AND duty_at >= :since AND duty_at > 0
