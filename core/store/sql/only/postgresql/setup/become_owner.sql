-- Only PostgreSQL: what is made from here on belongs to the store's owner.
SET ROLE beback_owner
