-- Only PostgreSQL: the guard.
SELECT look_done(:event_id, :what, :verdict, :reason)
