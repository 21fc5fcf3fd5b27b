package io.github.kisfutures.reference;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** How much of each {@link Dirt} a day has. Immutable. */
public record DirtRates(Map<Dirt, Integer> perMille) {

  public DirtRates {
    perMille = Map.copyOf(perMille);
  }

  /** No dirt. */
  public static DirtRates clean() {
    return new DirtRates(Map.of());
  }

  /** Some of everything but lies: more than a bad real day has. */
  public static DirtRates typical() {
    return of(Dirt.values()).without(Dirt::isLie);
  }

  /** Some of every lie, and nothing else. */
  public static DirtRates lies() {
    return of(Dirt.values()).without(dirt -> !dirt.isLie());
  }

  /** Some of everything, lies too. */
  public static DirtRates everything() {
    return of(Dirt.values());
  }

  /** Some of these. */
  public static DirtRates of(Dirt... some) {
    Map<Dirt, Integer> rates = new EnumMap<>(Dirt.class);
    for (Dirt dirt : some) {
      rates.put(dirt, dirt.typicalPerMille());
    }
    return new DirtRates(rates);
  }

  private DirtRates without(Predicate<Dirt> excluded) {
    Map<Dirt, Integer> rates = new EnumMap<>(Dirt.class);
    rates.putAll(perMille);
    rates.keySet().removeIf(excluded);
    return new DirtRates(rates);
  }

  /** A copy with one rate changed. */
  public DirtRates with(Dirt dirt, int newPerMille) {
    Map<Dirt, Integer> rates = new EnumMap<>(Dirt.class);
    rates.putAll(perMille);
    rates.put(dirt, newPerMille);
    return new DirtRates(rates);
  }

  /** The rate of one kind, per mille. */
  public int of(Dirt dirt) {
    return perMille.getOrDefault(dirt, 0);
  }
}
