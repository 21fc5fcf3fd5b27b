package io.github.kisfutures.source.split;

import io.github.kisfutures.feed.BackoffProgress;
import io.github.kisfutures.feed.SessionPast;
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
 * @param past its life before; a session that was planned later counts the restarts before it, too
 * @param changes of the contract list, to be told of by this session and not told of yet
 */
public record SessionSplit(
    String session,
    int credential,
    int placement,
    List<String> contracts,
    SessionPast past,
    List<ContractChange> changes)
    implements SourceSplit, Serializable {

  /** Makes the lists immutable. */
  public SessionSplit {
    Objects.requireNonNull(session, "session");
    contracts = List.copyOf(contracts);
    changes = List.copyOf(changes);
  }

  /** A session with nothing to tell of, and with restarts but without failures behind it. */
  public SessionSplit(
      String session, int credential, int placement, List<String> contracts, int restarts) {
    this(session, credential, placement, contracts, SessionPast.restarted(restarts), List.of());
  }

  /** How often the job was restored. */
  public int restarts() {
    return past.restarts();
  }

  @Override
  public String splitId() {
    return session;
  }

  /** The same session with another count of restarts. */
  public SessionSplit withRestarts(int others) {
    return withPast(new SessionPast(others, past.backoff()));
  }

  /** The same session with reconnections that have come so far. */
  public SessionSplit withBackoff(BackoffProgress progress) {
    return withPast(new SessionPast(past.restarts(), progress));
  }

  private SessionSplit withPast(SessionPast other) {
    return new SessionSplit(session, credential, placement, contracts, other, changes);
  }

  /** The session as a restored job will find it. */
  public SessionSplit afterRestart() {
    return withRestarts(restarts() + 1);
  }

  /** The same session with these changes to tell of. */
  public SessionSplit withChanges(List<ContractChange> others) {
    return new SessionSplit(session, credential, placement, contracts, past, others);
  }

  /** The same session with further changes to tell of. */
  public SessionSplit withFurtherChanges(List<ContractChange> further) {
    List<ContractChange> all = new ArrayList<>(changes);
    all.addAll(further);
    return withChanges(all);
  }
}
