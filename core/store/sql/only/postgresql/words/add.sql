-- Only PostgreSQL: the database decides who may, and says when it was (:at is not asked) and by whom.
SELECT words_add(CAST(:rooftop_id AS INTEGER), :kind, :id, CAST(:version AS INTEGER), :body, :shipped, :reason, :by_login)
