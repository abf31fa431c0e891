-- Only PostgreSQL: its indexes are part of the table and cannot differ from it; that each person has one text is checked
-- with the other derived rows.
SELECT 1
