package io.github.kisfutures.source.enumerator;

import io.github.kisfutures.source.split.SessionSplit;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which session carries which contracts: contracts are dealt out one by one over all app keys, so
 * the load is balanced, and appending a contract to the list moves none. With a redundancy of 2
 * every group of contracts has two sessions with different app keys.
 *
 * @param sessions all sessions, in the order of their names
 */
public record SessionPlan(List<SessionSplit> sessions) implements Serializable {

  /** Makes the list immutable. */
  public SessionPlan {
    sessions = List.copyOf(sessions);
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
    int groups = Math.min(credentials / redundancy, distinct.size());
    List<SessionSplit> sessions = new ArrayList<>();
    // group by group, so that a further group of an appended contract renumbers no session
    for (int index = 0; index < groups * redundancy; index++) {
      List<String> dealt = every(distinct, index / redundancy, groups);
      sessions.add(new SessionSplit("session-" + (index + 1), index, index, dealt, 0));
    }
    return new SessionPlan(sessions);
  }

  private static List<String> every(List<String> contracts, int first, int step) {
    List<String> dealt = new ArrayList<>();
    for (int i = first; i < contracts.size(); i += step) {
      dealt.add(contracts.get(i));
    }
    return dealt;
  }

  /** Whether the plan has a session of that name. */
  public boolean names(String session) {
    return sessions.stream().anyMatch(planned -> planned.session().equals(session));
  }

  /**
   * A restored session as this plan has it, with the restarts it has seen, or nothing if the plan
   * has no such session.
   */
  public Optional<SessionSplit> reconcile(SessionSplit restored) {
    return sessions.stream()
        .filter(planned -> planned.session().equals(restored.session()))
        .map(planned -> planned.withRestarts(restored.restarts()))
        .findFirst();
  }
}
