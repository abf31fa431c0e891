-- From a day on the hour is at this minute; said twice for a day, the last word holds.
INSERT INTO power_hour (rooftop_id, login, from_day, minute, set_by, set_at)
VALUES (:rooftop_id, :login, :from_day, :minute, :set_by, :set_at)
ON CONFLICT (rooftop_id, login, from_day) DO UPDATE SET minute = excluded.minute, set_by = excluded.set_by,
    set_at = excluded.set_at
