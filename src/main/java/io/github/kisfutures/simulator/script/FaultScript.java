package io.github.kisfutures.simulator.script;

import io.github.kisfutures.simulator.Fault;
import io.github.kisfutures.simulator.FaultPlan;
import io.github.kisfutures.simulator.Happening;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A plan of faults written down: entries that wait for a time or an event. Thread-safe. */
public final class FaultScript implements FaultPlan {
  /** Guarded by this. */
  private final List<ArmedFault> faults = new ArrayList<>();

  /** A script of entries. */
  public FaultScript(List<FaultEntry> entries) {
    entries.forEach(entry -> faults.add(new ArmedFault(entry)));
  }

  /**
   * The script of a YAML file.
   *
   * @throws FaultScriptException with one sentence, if it cannot be used
   */
  public static FaultScript of(Path file) {
    return new FaultScript(FaultScriptReader.read(file));
  }

  /**
   * The script of a YAML text.
   *
   * @param name what messages call it
   * @throws FaultScriptException with one sentence, if it cannot be used
   */
  public static FaultScript of(String name, String yaml) {
    return new FaultScript(FaultScriptReader.read(name, yaml));
  }

  @Override
  public synchronized void begin(Instant now) {
    faults.forEach(fault -> fault.begin(now));
  }

  @Override
  public synchronized List<Fault> tick(Instant now) {
    List<Fault> struck = List.of();
    for (int i = 0; i < faults.size(); i++) {
      if (faults.get(i).strikesByClock(now)) {
        struck = with(struck, faults.get(i));
      }
    }
    return struck;
  }

  @Override
  public synchronized List<Fault> on(Happening happening) {
    List<Fault> struck = List.of();
    for (int i = 0; i < faults.size(); i++) {
      if (faults.get(i).strikesAt(happening)) {
        struck = with(struck, faults.get(i));
      }
    }
    return struck;
  }

  /** Most events bring none, so the list is made for the first. */
  private static List<Fault> with(List<Fault> struck, ArmedFault fault) {
    List<Fault> more = struck.isEmpty() ? new ArrayList<>(1) : struck;
    more.add(fault.entry().fault());
    return more;
  }
}
