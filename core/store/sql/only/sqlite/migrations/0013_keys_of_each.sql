-- Only SQLite, which cannot change a key in place (PostgreSQL: 0004). Two desks may have taken the same thing from the same
-- source while one of them was away: both people have the key then.
CREATE TABLE intake_key_of_each (
    rooftop_id  INTEGER NOT NULL,
    value       TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    PRIMARY KEY (rooftop_id, value, customer_id)
);
--;;
INSERT INTO intake_key_of_each SELECT rooftop_id, value, customer_id FROM intake_key;
--;;
DROP TABLE intake_key;
--;;
ALTER TABLE intake_key_of_each RENAME TO intake_key;
--;;
CREATE INDEX intake_key_of_customer ON intake_key (rooftop_id, customer_id, value);
