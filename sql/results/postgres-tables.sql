-- The tables that sql/results/postgres.sql writes to. Run it with psql, and again with a new version of the
-- program: columns that are new are added to tables that are there.
-- Made from the code; renew it with: mvn -q test-compile exec:exec@reference

CREATE TABLE IF NOT EXISTS bars (
  contract text
);
ALTER TABLE bars
  ADD COLUMN IF NOT EXISTS window_start timestamptz(3),
  ADD COLUMN IF NOT EXISTS window_end timestamptz(3),
  ADD COLUMN IF NOT EXISTS trading_date date,
  ADD COLUMN IF NOT EXISTS trades bigint,
  ADD COLUMN IF NOT EXISTS open bigint,
  ADD COLUMN IF NOT EXISTS high bigint,
  ADD COLUMN IF NOT EXISTS low bigint,
  ADD COLUMN IF NOT EXISTS close bigint,
  ADD COLUMN IF NOT EXISTS price_change bigint,
  ADD COLUMN IF NOT EXISTS volume bigint,
  ADD COLUMN IF NOT EXISTS turnover numeric(20, 0),
  ADD COLUMN IF NOT EXISTS vwap numeric(18, 4),
  ADD COLUMN IF NOT EXISTS vwap_observed numeric(18, 4),
  ADD COLUMN IF NOT EXISTS session_vwap numeric(18, 4),
  ADD COLUMN IF NOT EXISTS missed_volume bigint,
  ADD COLUMN IF NOT EXISTS complete boolean,
  ADD COLUMN IF NOT EXISTS basis_open numeric(18, 2),
  ADD COLUMN IF NOT EXISTS basis_high numeric(18, 2),
  ADD COLUMN IF NOT EXISTS basis_low numeric(18, 2),
  ADD COLUMN IF NOT EXISTS basis_close numeric(18, 2),
  ADD COLUMN IF NOT EXISTS basis_mean numeric(18, 4),
  ADD COLUMN IF NOT EXISTS basis_drift numeric(18, 2),
  ADD COLUMN IF NOT EXISTS basis_slope numeric(18, 4),
  ADD COLUMN IF NOT EXISTS theoretical_basis numeric(18, 2),
  ADD COLUMN IF NOT EXISTS mispricing numeric(18, 2),
  ADD COLUMN IF NOT EXISTS mispricing_mean numeric(18, 4),
  ADD COLUMN IF NOT EXISTS disparity numeric(9, 2),
  ADD COLUMN IF NOT EXISTS oi_open bigint,
  ADD COLUMN IF NOT EXISTS oi_close bigint,
  ADD COLUMN IF NOT EXISTS oi_change bigint,
  ADD COLUMN IF NOT EXISTS oi_change_day bigint,
  ADD COLUMN IF NOT EXISTS oi_signal text,
  ADD COLUMN IF NOT EXISTS buy_volume bigint,
  ADD COLUMN IF NOT EXISTS sell_volume bigint,
  ADD COLUMN IF NOT EXISTS best_ask bigint,
  ADD COLUMN IF NOT EXISTS best_bid bigint,
  ADD COLUMN IF NOT EXISTS name text,
  ADD COLUMN IF NOT EXISTS basis_bp numeric(18, 4),
  ADD COLUMN IF NOT EXISTS mispricing_bp numeric(18, 4),
  ADD COLUMN IF NOT EXISTS implied_rate numeric(18, 4),
  ADD COLUMN IF NOT EXISTS imbalance numeric(9, 6),
  ADD COLUMN IF NOT EXISTS unsigned_volume bigint,
  DROP CONSTRAINT IF EXISTS bars_pkey,
  ADD PRIMARY KEY (contract, window_start, window_end);
CREATE INDEX IF NOT EXISTS bars_by_time ON bars (window_end, contract);

CREATE TABLE IF NOT EXISTS gaps (
  contract text
);
ALTER TABLE gaps
  ADD COLUMN IF NOT EXISTS trading_date date,
  ADD COLUMN IF NOT EXISTS from_volume bigint,
  ADD COLUMN IF NOT EXISTS to_volume bigint,
  ADD COLUMN IF NOT EXISTS missed_volume bigint,
  ADD COLUMN IF NOT EXISTS missed_value bigint,
  ADD COLUMN IF NOT EXISTS time_before timestamptz(3),
  ADD COLUMN IF NOT EXISTS time_after timestamptz(3),
  ADD COLUMN IF NOT EXISTS cause text,
  ADD COLUMN IF NOT EXISTS name text,
  ADD COLUMN IF NOT EXISTS missed_price numeric(18, 4),
  DROP CONSTRAINT IF EXISTS gaps_pkey,
  ADD PRIMARY KEY (contract, trading_date, time_after, from_volume, to_volume);
CREATE INDEX IF NOT EXISTS gaps_by_time ON gaps (time_after, contract);

CREATE TABLE IF NOT EXISTS alerts (
  alert_id text
);
ALTER TABLE alerts
  ADD COLUMN IF NOT EXISTS rule text,
  ADD COLUMN IF NOT EXISTS contract text,
  ADD COLUMN IF NOT EXISTS state text,
  ADD COLUMN IF NOT EXISTS severity text,
  ADD COLUMN IF NOT EXISTS metric text,
  ADD COLUMN IF NOT EXISTS value numeric(24, 4),
  ADD COLUMN IF NOT EXISTS threshold numeric(24, 4),
  ADD COLUMN IF NOT EXISTS raised_at timestamptz(3),
  ADD COLUMN IF NOT EXISTS event_time timestamptz(3),
  ADD COLUMN IF NOT EXISTS message text,
  ADD COLUMN IF NOT EXISTS name text,
  DROP CONSTRAINT IF EXISTS alerts_pkey,
  ADD PRIMARY KEY (alert_id, state);
CREATE INDEX IF NOT EXISTS alerts_by_time ON alerts (event_time, contract);

-- Which bars a loss may have touched: all whose window overlaps the time between the two trades beside a gap; from the
-- day's begin where nothing of the day was seen before. A loss counts in the bar of the trade after it, so complete of
-- the bars before says only that nothing was known to be missing.
DROP VIEW IF EXISTS bars_checked;
CREATE VIEW bars_checked AS
SELECT b.*, EXISTS (
  SELECT 1 FROM gaps g
  WHERE g.contract = b.contract AND g.trading_date = b.trading_date
    AND b.window_start <= g.time_after
    AND (g.time_before IS NULL OR b.window_end > g.time_before)
) AS touched
FROM bars b;
