-- Open interest per contract and minute on any table ticks, and what it says together with the price.
-- First and last are by cumulative volume, the order of the exchange, not by arrival: the volume,
-- filled with zeros, stands before the value, so that MIN and MAX find them; what follows it is the value.
-- An open interest of null or 0 says nothing: it makes that whole text null, so that it is passed over.

WITH numbered AS (
  SELECT
    contract, event_time,
    LPAD(CAST(cumulative_volume AS STRING), 12, '0') || CAST(price AS STRING) AS price,
    LPAD(CAST(cumulative_volume AS STRING), 12, '0') || CAST(NULLIF(open_interest, 0) AS STRING) AS open_interest
  FROM ticks
),
minutes AS (
  SELECT
    contract, window_start, window_end, window_time,
    -- days since 1970 in Korea, whatever table.local-time-zone says
    (UNIX_TIMESTAMP(DATE_FORMAT(window_start, 'yyyy-MM-dd HH:mm:ss')) + 9 * 3600) / 86400 AS trading_date,
    CAST(SUBSTRING(MIN(price) FROM 13) AS BIGINT) AS price_open,
    CAST(SUBSTRING(MAX(price) FROM 13) AS BIGINT) AS price_close,
    CAST(SUBSTRING(MIN(open_interest) FROM 13) AS BIGINT) AS oi_first,
    CAST(SUBSTRING(MAX(open_interest) FROM 13) AS BIGINT) AS oi_last
  FROM TABLE(TUMBLE(TABLE numbered, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
  GROUP BY contract, window_start, window_end, window_time
),
known AS (
  -- a minute that does not say the open interest leaves it as the day last knew it
  SELECT *, LAST_VALUE(oi_last) OVER day_so_far AS oi_close
  FROM minutes
  WINDOW day_so_far AS (PARTITION BY contract, trading_date ORDER BY window_time)
),
changes AS (
  -- since the contract's last minute of the same day, or where there is none since its first trade;
  -- open interest since it was last known that day, or first said
  SELECT
    contract, window_start, window_end, oi_close,
    price_close - LAG(price_close, 1, price_open) OVER day_so_far AS price_change,
    oi_close - COALESCE(LAG(oi_close, 1) OVER day_so_far, oi_first) AS oi_change
  FROM known
  WINDOW day_so_far AS (PARTITION BY contract, trading_date ORDER BY window_time)
)
SELECT
  *,
  CASE
    WHEN price_change > 0 AND oi_change > 0 THEN 'LONG_BUILDUP'
    WHEN price_change < 0 AND oi_change > 0 THEN 'SHORT_BUILDUP'
    WHEN price_change > 0 AND oi_change < 0 THEN 'SHORT_COVERING'
    WHEN price_change < 0 AND oi_change < 0 THEN 'LONG_LIQUIDATION'
    WHEN price_change IS NOT NULL AND oi_change IS NOT NULL THEN 'NEUTRAL'
  END AS oi_signal
FROM changes;
