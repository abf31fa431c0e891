-- Only PostgreSQL: the guard's own functions, here and beside.
SELECT login, name, role, rooftop_id, last_n, last_id, server_us FROM handshake(:origin, :station)
