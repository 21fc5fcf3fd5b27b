-- How the basis (future minus underlying, won) moves, per contract and minute, on any table ticks.
-- First and last are by cumulative volume, the order of the exchange, not by arrival: the volume,
-- filled with zeros, stands before the value, so that MIN and MAX find them; what follows it is the value.
-- A null makes that whole text null, so that the trade is passed over; '' instead keeps the trade, without a value.

WITH numbered AS (
  SELECT
    contract, event_time,
    LPAD(CAST(cumulative_volume AS STRING), 12, '0') || CAST(market_basis AS STRING) AS basis,
    LPAD(CAST(cumulative_volume AS STRING), 12, '0') || COALESCE(CAST(market_basis AS STRING), '') AS trade_basis,
    LPAD(CAST(cumulative_volume AS STRING), 12, '0') || COALESCE(CAST(theoretical_basis AS STRING), '') AS theoretical
  FROM ticks
),
minutes AS (
  SELECT
    contract, window_start, window_end, window_time,
    -- days since 1970 in Korea, whatever table.local-time-zone says
    (UNIX_TIMESTAMP(DATE_FORMAT(window_start, 'yyyy-MM-dd HH:mm:ss')) + 9 * 3600) / 86400 AS trading_date,
    CAST(SUBSTRING(MAX(basis) FROM 13) AS DECIMAL(18, 2)) AS basis_close,
    CAST(NULLIF(SUBSTRING(MIN(trade_basis) FROM 13), '') AS DECIMAL(18, 2)) AS first_basis,
    CAST(NULLIF(SUBSTRING(MAX(theoretical) FROM 13), '') AS DECIMAL(18, 2)) AS theoretical_basis
  FROM TABLE(TUMBLE(TABLE numbered, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
  GROUP BY contract, window_start, window_end, window_time
),
known AS (
  -- a minute that does not say the basis leaves it as the day last knew it
  SELECT *, LAST_VALUE(basis_close) OVER day_so_far AS basis_known
  FROM minutes
  WINDOW day_so_far AS (PARTITION BY contract, trading_date ORDER BY window_time)
)
SELECT
  contract, window_start, window_end,
  basis_close,
  -- since the contract's last minute of the same day, or where there is none since its first trade
  CAST(basis_close - LAG(basis_known, 1, first_basis) OVER day_so_far AS DECIMAL(18, 2)) AS basis_drift,
  theoretical_basis,
  CAST(basis_close - theoretical_basis AS DECIMAL(18, 2)) AS mispricing
FROM known
WINDOW day_so_far AS (PARTITION BY contract, trading_date ORDER BY window_time);
