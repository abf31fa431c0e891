-- Only PostgreSQL: the database decides who may, and says when it was (:at is not asked) and by whom.
SELECT stock_put(CAST(:rooftop_id AS INTEGER), CAST(:version AS INTEGER), :body, :by_login)
