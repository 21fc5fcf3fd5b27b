package io.github.kisfutures.source.enumerator;

import io.github.kisfutures.source.split.ContractChange;
import io.github.kisfutures.source.split.SessionSplit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Which session carries which contracts. At a fresh start contracts are dealt out one by one over
 * all app keys, so the load is balanced. With a redundancy of 2 every group of contracts has two
 * sessions with different app keys.
 *
 * <p>A job that goes on from a checkpoint keeps every contract on its session, wherever it stands
 * in the list now, and places only what is new, on the least loaded session. Contracts move in
 * three cases only: their app key is gone or may carry fewer; app keys were added, which take their
 * share from the fullest; or the redundancy is another, then all are dealt out anew.
 *
 * @param contracts short codes, each once
 * @param keys app keys
 * @param maxRegistrations contracts a session may carry
 */
public record SessionPlan(List<String> contracts, AppKeys keys, int maxRegistrations)
    implements Serializable {

  /** Makes the list immutable. */
  public SessionPlan {
    contracts = List.copyOf(contracts);
  }

  /**
   * Plans sessions.
   *
   * @param contracts short codes; repeated ones count once
   * @param credentials number of app keys
   * @param maxRegistrations contracts a session may carry
   * @param redundancy sessions that carry each contract
   * @throws IllegalArgumentException with the numbers, if the app keys are too few
   */
  public static SessionPlan of(
      List<String> contracts, int credentials, int maxRegistrations, int redundancy) {
    List<String> distinct = List.copyOf(new LinkedHashSet<>(contracts));
    int needed = (distinct.size() + maxRegistrations - 1) / maxRegistrations * redundancy;
    if (distinct.isEmpty()) {
      throw new IllegalArgumentException("feed.contracts is empty: name at least one contract");
    }
    if (credentials < needed) {
      throw new IllegalArgumentException(
          distinct.size()
              + " contracts at "
              + maxRegistrations
              + " a session (feed.max-registrations) with feed.redundancy "
              + redundancy
              + " need "
              + needed
              + " app keys, but feed.credentials gives "
              + credentials
              + ": add app keys or name fewer contracts");
    }
    return new SessionPlan(distinct, new AppKeys(credentials, redundancy), maxRegistrations);
  }

  /** The sessions of a fresh start, in the order of their app keys. */
  public List<SessionSplit> sessions() {
    return sessions(PreviousSessions.NONE);
  }

  /**
   * The sessions of a job that goes on, in the order of their app keys. They carry the changes of
   * the contract list that are to be told of: what was added on the first session that carries it,
   * what was removed on the session that carried it, or on the first one if that is gone.
   */
  public List<SessionSplit> sessions(PreviousSessions previous) {
    ContractPlacement placement = place(previous);
    List<SessionSplit> sessions = new ArrayList<>();
    for (int key = 0; key < keys.groups() * keys.redundancy(); key++) {
      List<String> carried = inConfiguredOrder(placement.of(keys.groupOf(key)));
      if (!carried.isEmpty()) {
        String name = "session-" + (key + 1);
        sessions.add(new SessionSplit(name, key, key, carried, previous.pastOf(key), List.of()));
      }
    }
    tell(previous, sessions);
    return sessions;
  }

  private ContractPlacement place(PreviousSessions previous) {
    ContractPlacement placement = new ContractPlacement(keys.groups(), maxRegistrations);
    AppKeys before = previous.keys() == null ? keys : previous.keys();
    Map<String, Integer> carriers =
        before.redundancy() == keys.redundancy() ? previous.carriers() : Map.of();
    List<String> homeless = new ArrayList<>();
    for (String contract : contracts) {
      Integer carrier = carriers.get(contract);
      if (carrier == null || !placement.keep(contract, keys.groupOf(carrier))) {
        homeless.add(contract);
      }
    }
    placement.shareWithNewGroups(before.groups());
    homeless.forEach(placement::place);
    return placement;
  }

  private List<String> inConfiguredOrder(List<String> carried) {
    return contracts.stream().filter(carried::contains).toList();
  }

  private void tell(PreviousSessions previous, List<SessionSplit> sessions) {
    List<ContractChange> changes = new ArrayList<>(previous.untold());
    changes.addAll(previous.changesTo(new LinkedHashSet<>(contracts)));
    Map<String, Integer> carriers = previous.carriers();
    for (ContractChange change : changes) {
      int teller = 0;
      for (int i = sessions.size() - 1; i >= 0; i--) {
        SessionSplit session = sessions.get(i);
        Integer carrier = carriers.get(change.contract());
        if (session.contracts().contains(change.contract())
            || (carrier != null && carrier == session.credential())) {
          teller = i;
        }
      }
      sessions.set(teller, sessions.get(teller).withFurtherChanges(List.of(change)));
    }
  }
}
