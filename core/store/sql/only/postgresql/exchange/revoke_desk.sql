-- Only PostgreSQL: the guard.
SELECT login, name, desks, leases FROM revoke_desk(CAST(:rooftop_id AS INTEGER), :station, :why)
