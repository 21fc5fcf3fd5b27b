-- Writes bars, gaps and alerts to PostgreSQL. All have a natural key, so rows that are written again after a failure
-- replace themselves: every row is there exactly once. Make the tables first: sql/results/postgres-tables.sql.
-- Needs results.postgres.url; a password is given by reference, in ~/.pgpass or the file that PGPASSFILE names.
--
-- The connector knows no TIMESTAMP_LTZ, and would take a TIMESTAMP for a time in the zone of the JVM that writes it.
-- So instants travel as texts in UTC, as bars_text has them (the same rows as bars), which PostgreSQL reads as
-- timestamptz: stringtype=unspecified, which the job adds to the URL, lets it.
-- ON CONFLICT DO DEDUPLICATE is what Flink wants to read here; of rows that are only added it keeps no state.

CREATE TEMPORARY TABLE postgres_bars (
  PRIMARY KEY (`contract`, `window_start`, `window_end`) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${results.postgres.url}',
  'table-name' = 'bars',
  'sink.buffer-flush.interval' = '1 s'
) LIKE columns_of.bars_text;

INSERT INTO postgres_bars SELECT * FROM bars_text ON CONFLICT DO DEDUPLICATE;

CREATE TEMPORARY TABLE postgres_gaps (
  PRIMARY KEY (`contract`, `trading_date`, `time_after`, `from_volume`, `to_volume`) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${results.postgres.url}',
  'table-name' = 'gaps',
  'sink.buffer-flush.interval' = '1 s'
) LIKE columns_of.gaps_text;

INSERT INTO postgres_gaps SELECT * FROM gaps_text ON CONFLICT DO DEDUPLICATE;

CREATE TEMPORARY TABLE postgres_alerts (
  PRIMARY KEY (`alert_id`, `state`) NOT ENFORCED
) WITH (
  'connector' = 'jdbc',
  'url' = '${results.postgres.url}',
  'table-name' = 'alerts',
  'sink.buffer-flush.interval' = '1 s'
) LIKE columns_of.alerts_text;

INSERT INTO postgres_alerts SELECT * FROM alerts_text ON CONFLICT DO DEDUPLICATE;
