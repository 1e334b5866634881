-- Rows of one file that say the same enter once, unless the user says that each is meant.
ALTER TABLE exchange.import ADD COLUMN repeated int NOT NULL DEFAULT 0;
ALTER TABLE exchange.import ADD COLUMN repeats boolean NOT NULL DEFAULT false;
