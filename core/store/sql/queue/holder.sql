-- Who has this person now: login, lead, epoch, until, since, trip.
SELECT login, lead_id, epoch, until, since, trip FROM claim WHERE customer_id = :customer_id AND until > :now
