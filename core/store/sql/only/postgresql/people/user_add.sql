-- Only PostgreSQL: a person is a role of the database too. :active is TRUE for somebody new.
SELECT person_add(:login, :name, :role, CAST(:rooftop_id AS INTEGER), :verifier)
