-- Who has this person now: login, lead, epoch, until, since.
SELECT login, lead_id, epoch, until, since FROM claim WHERE customer_id = :customer_id AND until > :now
