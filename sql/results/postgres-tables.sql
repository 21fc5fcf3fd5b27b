-- The tables that sql/results/postgres.sql writes to; run it once with psql.

CREATE TABLE IF NOT EXISTS bars (
  contract text NOT NULL,
  window_start timestamptz(3) NOT NULL,
  window_end timestamptz(3) NOT NULL,
  trading_date date,
  trades bigint,
  open bigint,
  high bigint,
  low bigint,
  close bigint,
  price_change bigint,
  volume bigint,
  turnover numeric(20, 0),
  vwap numeric(18, 4),
  vwap_observed numeric(18, 4),
  session_vwap numeric(18, 4),
  missed_volume bigint,
  complete boolean,
  basis_open numeric(18, 2),
  basis_high numeric(18, 2),
  basis_low numeric(18, 2),
  basis_close numeric(18, 2),
  basis_mean numeric(18, 4),
  basis_drift numeric(18, 2),
  basis_slope numeric(18, 4),
  theoretical_basis numeric(18, 2),
  mispricing numeric(18, 2),
  mispricing_mean numeric(18, 4),
  disparity numeric(9, 2),
  oi_open bigint,
  oi_close bigint,
  oi_change bigint,
  oi_change_day bigint,
  oi_signal text,
  buy_volume bigint,
  sell_volume bigint,
  best_ask bigint,
  best_bid bigint,
  basis_bp numeric(18,4),
  mispricing_bp numeric(18,4),
  implied_rate numeric(18,4),
  imbalance numeric(9,6),
  unsigned_volume bigint,
  PRIMARY KEY (contract, window_start, window_end)
);
CREATE INDEX IF NOT EXISTS bars_by_time ON bars (window_end, contract);

CREATE TABLE IF NOT EXISTS gaps (
  contract text NOT NULL,
  trading_date date NOT NULL,
  from_volume bigint NOT NULL,
  to_volume bigint NOT NULL,
  missed_volume bigint,
  missed_value bigint,
  time_before timestamptz(3),
  time_after timestamptz(3) NOT NULL,
  cause text,
  missed_price numeric(18,4),
  PRIMARY KEY (contract, trading_date, time_after, from_volume, to_volume)
);
CREATE INDEX IF NOT EXISTS gaps_by_time ON gaps (time_after, contract);

CREATE TABLE IF NOT EXISTS alerts (
  alert_id text NOT NULL,
  rule text,
  contract text,
  state text NOT NULL,
  severity text,
  metric text,
  value numeric(24, 4),
  threshold numeric(24, 4),
  raised_at timestamptz(3),
  event_time timestamptz(3),
  message text,
  PRIMARY KEY (alert_id, state)
);
CREATE INDEX IF NOT EXISTS alerts_by_time ON alerts (event_time, contract);

-- Which bars a loss may have touched: all whose window overlaps the time between the two trades beside a gap; from the
-- day's begin where nothing of the day was seen before. A loss counts in the bar of the trade after it, so complete of
-- the bars before says only that nothing was known to be missing.
CREATE OR REPLACE VIEW bars_checked AS
SELECT b.*, EXISTS (
  SELECT 1 FROM gaps g
  WHERE g.contract = b.contract AND g.trading_date = b.trading_date
    AND b.window_start <= g.time_after
    AND (g.time_before IS NULL OR b.window_end > g.time_before)
) AS touched
FROM bars b;
