package io.github.kisfutures.source.enumerator;

import java.util.ArrayList;
import java.util.List;

/**
 * Contracts dealt out over groups of app keys, each to the least loaded group; among equals to the
 * first. Mutable, used for one planning.
 */
final class ContractPlacement {
  private final List<List<String>> groups = new ArrayList<>();
  private final int limit;

  /**
   * Nothing placed yet.
   *
   * @param limit contracts a group may carry
   */
  ContractPlacement(int groups, int limit) {
    for (int i = 0; i < groups; i++) {
      this.groups.add(new ArrayList<>());
    }
    this.limit = limit;
  }

  /** Leaves a contract where it was, if that group still exists and has room. */
  boolean keep(String contract, int group) {
    if (group >= groups.size() || groups.get(group).size() >= limit) {
      return false;
    }
    groups.get(group).add(contract);
    return true;
  }

  /** Gives the groups from an index on, which are new, their fair share of what is placed. */
  void shareWithNewGroups(int firstNew) {
    int placed = groups.stream().mapToInt(List::size).sum();
    for (int i = firstNew; i < groups.size(); i++) {
      List<String> fresh = groups.get(i);
      while (fresh.size() < Math.min(limit, placed / groups.size())) {
        List<String> fullest = fullest();
        fresh.add(fullest.remove(fullest.size() - 1));
      }
    }
  }

  /** Places a contract that was nowhere; the caller has checked that there is room for all. */
  void place(String contract) {
    List<String> least = groups.get(0);
    for (List<String> group : groups) {
      if (group.size() < least.size()) {
        least = group;
      }
    }
    least.add(contract);
  }

  /** What a group carries. */
  List<String> of(int group) {
    return groups.get(group);
  }

  private List<String> fullest() {
    List<String> fullest = groups.get(0);
    for (List<String> group : groups) {
      if (group.size() > fullest.size()) {
        fullest = group;
      }
    }
    return fullest;
  }
}
