-- Minutes in which something out of the ordinary happened, on any table ticks, one row each.
-- Change the thresholds. The job's alert rules know more: hysteresis, "for n bars", hours, silence.
-- Copies count once (the slower of two sessions, a frame replayed, a record that Kafka delivers again), and a loss
-- between two minutes counts in the later one. A script cannot follow counters that contradict themselves, as the
-- job does: on a day on which they begin anew or one record is wild, believe the job's gaps and bars.

WITH trades AS (
  SELECT
    contract, window_time AS trade_minute, cumulative_volume, quantity, price,
    MAX(market_basis) AS market_basis,
    MAX(open_interest) AS open_interest
  FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
  WHERE quantity > 0
  GROUP BY
    contract, window_start, window_end, window_time, cumulative_volume, cumulative_value, quantity, price
),
minutes AS (
  SELECT
    contract, window_start, window_end, window_time,
    -- days since 1970 in Korea, whatever table.local-time-zone says
    (UNIX_TIMESTAMP(DATE_FORMAT(window_start, 'yyyy-MM-dd HH:mm:ss')) + 9 * 3600) / 86400 AS trading_date,
    MAX(market_basis) - MIN(market_basis) AS basis_range, -- won
    MAX(open_interest) - MIN(open_interest) AS oi_range, -- contracts
    MAX(price) - MIN(price) AS price_range, -- won
    MAX(cumulative_volume) AS volume_after,
    MIN(cumulative_volume - quantity) AS volume_before,
    SUM(quantity) AS volume_received
  FROM TABLE(TUMBLE(TABLE trades, DESCRIPTOR(trade_minute), INTERVAL '1' MINUTE))
  GROUP BY contract, window_start, window_end, window_time
),
changes AS (
  -- what the exchange has counted up since the contract's last minute of the same day
  SELECT
    *,
    volume_after - COALESCE(LAG(volume_after) OVER day_so_far, volume_before) AS volume
  FROM minutes
  WINDOW day_so_far AS (PARTITION BY contract, trading_date ORDER BY window_time)
),
judged AS (
  SELECT
    *,
    CASE
      WHEN volume > volume_received THEN 'MISSED_TRADES'
      WHEN basis_range >= 300 THEN 'BASIS_RANGE'
      WHEN oi_range >= 500 THEN 'OPEN_INTEREST_RANGE'
      WHEN volume >= 5000 THEN 'VOLUME'
    END AS alert
  FROM changes
)
SELECT alert, contract, window_start, window_end, basis_range, oi_range, price_range, volume, volume_received
FROM judged
WHERE alert IS NOT NULL;
