package io.github.kisfutures.source.split;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * One session: one app key and the contracts it carries. Holds the key's place in the list of
 * credentials, never the key.
 *
 * @param session name, unique in the job and the same after a restart
 * @param credential index into the configured credentials, from 0
 * @param placement the subtask that should run it, modulo their number; sessions that carry the
 *     same contracts have different ones
 * @param contracts short codes to register
 * @param restarts how often the job was restored; a session that was planned later counts the
 *     restores before it, too
 * @param changes of the contract list, to be told of by this session and not told of yet
 */
public record SessionSplit(
    String session,
    int credential,
    int placement,
    List<String> contracts,
    int restarts,
    List<ContractChange> changes)
    implements SourceSplit, Serializable {

  /** Makes the lists immutable. */
  public SessionSplit {
    Objects.requireNonNull(session, "session");
    contracts = List.copyOf(contracts);
    changes = List.copyOf(changes);
  }

  /** A session with nothing to tell of. */
  public SessionSplit(
      String session, int credential, int placement, List<String> contracts, int restarts) {
    this(session, credential, placement, contracts, restarts, List.of());
  }

  @Override
  public String splitId() {
    return session;
  }

  /** The same session with another count of restarts. */
  public SessionSplit withRestarts(int others) {
    return new SessionSplit(session, credential, placement, contracts, others, changes);
  }

  /** The session as a restored job will find it. */
  public SessionSplit afterRestart() {
    return withRestarts(restarts + 1);
  }

  /** The same session with these changes to tell of. */
  public SessionSplit withChanges(List<ContractChange> others) {
    return new SessionSplit(session, credential, placement, contracts, restarts, others);
  }

  /** The same session with further changes to tell of. */
  public SessionSplit withFurtherChanges(List<ContractChange> further) {
    List<ContractChange> all = new ArrayList<>(changes);
    all.addAll(further);
    return withChanges(all);
  }
}
