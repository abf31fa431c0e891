-- Who has this person now: login, lead, epoch, until.
SELECT login, lead_id, epoch, until FROM claim WHERE customer_id = :customer_id AND until > :now
