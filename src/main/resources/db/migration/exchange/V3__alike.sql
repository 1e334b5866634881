-- Rows of a roster that bear one name and that nothing tells apart: whether they are one person.
ALTER TABLE exchange.import ADD COLUMN alike text NOT NULL DEFAULT 'UNASKED';
