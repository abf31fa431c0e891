-- Only PostgreSQL: the database decides who may, and says when it was (:at is not asked) and by whom.
SELECT view_put(CAST(:rooftop_id AS INTEGER), :name, :chart, :filter, :by_login, CAST(:over AS BOOLEAN))
