package io.github.kisfutures.reference;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Order and continuity of a replay: {@code docs/numbers.md}, "Continuity". Frames are taken in
 * arrival order; after each the watermark is the confirmed event time so far less
 * max-out-of-orderness.
 *
 * @param accepted all but the duplicates, in arrival order
 * @param duplicates records that are dropped
 * @param anomalies accepted records that partly overlap or are no trades
 * @param gaps rows of {@code gaps} by contract, trading date and volume
 */
public record ReferenceContinuity(
    List<ArrivedTrade> accepted,
    List<RawTrade> duplicates,
    List<RawTrade> anomalies,
    List<Map<String, @Nullable String>> gaps) {

  private record Key(String contract, LocalDate tradingDate) {}

  /** Judges the trades frame by frame. */
  public static ReferenceContinuity of(
      List<RawTrade> trades,
      Duration maxOutOfOrderness,
      Duration gapSettleTime,
      ReferenceContracts contracts) {
    List<ArrivedTrade> accepted = new ArrayList<>();
    List<RawTrade> duplicates = new ArrayList<>();
    List<RawTrade> anomalies = new ArrayList<>();
    Map<Key, ContractDay> days = new LinkedHashMap<>();
    ConfirmedTime confirmed = new ConfirmedTime();
    Instant watermark = null;
    for (List<RawTrade> frame : frames(trades)) {
      for (RawTrade trade : frame) {
        ContractDay day =
            days.computeIfAbsent(
                new Key(trade.contract(), trade.tradingDate()),
                key ->
                    new ContractDay(
                        contracts.multiplier(key.contract()), contracts.name(key.contract())));
        ContractDay.Judgement judgement = day.add(trade);
        switch (judgement.verdict()) {
          case DUPLICATE -> duplicates.add(trade);
          case ANOMALY, NO_TRADE -> anomalies.add(trade);
          case NEW, CONTRADICTION -> {}
        }
        if (judgement.verdict() != ContractDay.Verdict.DUPLICATE) {
          accepted.add(new ArrivedTrade(trade, judgement.run(), watermark));
        }
        if (watermark != null) {
          day.settle(watermark, gapSettleTime);
        }
      }
      confirmed.frame(
          frame.stream().map(RawTrade::eventTime).max(Instant::compareTo).orElseThrow());
      if (confirmed.now() != null) {
        watermark = confirmed.now().minus(maxOutOfOrderness);
        for (ContractDay day : days.values()) {
          day.settle(watermark, gapSettleTime);
        }
      }
    }
    days.values().forEach(ContractDay::settleAll);

    Comparator<Map.Entry<Key, ContractDay>> byContract =
        Comparator.comparing(e -> e.getKey().contract());
    List<Map<String, @Nullable String>> gaps =
        days.entrySet().stream()
            .sorted(byContract.thenComparing(e -> e.getKey().tradingDate()))
            .flatMap(e -> e.getValue().gaps().stream().sorted(byVolume()))
            .toList();
    return new ReferenceContinuity(accepted, duplicates, anomalies, gaps);
  }

  private static Collection<List<RawTrade>> frames(List<RawTrade> trades) {
    Map<Long, List<RawTrade>> frames = new TreeMap<>();
    trades.forEach(t -> frames.computeIfAbsent(t.frame(), f -> new ArrayList<>()).add(t));
    return frames.values();
  }

  private static Comparator<Map<String, @Nullable String>> byVolume() {
    return Comparator.comparingLong(gap -> Long.parseLong(gap.get("from_volume")));
  }
}
