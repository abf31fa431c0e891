-- Only PostgreSQL: the database decides who may.
SELECT view_drop(CAST(:rooftop_id AS INTEGER), :name)
