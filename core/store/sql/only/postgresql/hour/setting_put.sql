-- Only PostgreSQL: the database decides who may, and says when it was (:set_at is not asked).
SELECT hour_set(CAST(:rooftop_id AS INTEGER), :login, CAST(:from_day AS INTEGER), CAST(:minute AS INTEGER), :set_by)
