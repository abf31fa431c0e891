-- Only PostgreSQL: the database decides who may, and says when it was (:at is not asked) and by whom.
SELECT rule_add(CAST(:rooftop_id AS INTEGER), :id, CAST(:version AS INTEGER), :body, :shipped, :reason, :by_login)
