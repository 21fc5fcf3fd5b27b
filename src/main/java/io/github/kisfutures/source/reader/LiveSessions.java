package io.github.kisfutures.source.reader;

import io.github.kisfutures.feed.Credentials;
import io.github.kisfutures.feed.CredentialsException;
import io.github.kisfutures.feed.CredentialsReference;
import io.github.kisfutures.feed.FeedEnvironment;
import io.github.kisfutures.feed.FeedSession;
import io.github.kisfutures.feed.FeedSettings;
import io.github.kisfutures.feed.HandOff;
import io.github.kisfutures.source.split.SessionSplit;
import java.io.IOException;
import java.util.List;

/**
 * Opens sessions to KIS. Credentials are read here, where the source runs, so that they are neither
 * in the job graph nor in a checkpoint.
 *
 * @param settings how the feed is spoken to
 * @param credentials where the app keys are
 */
public record LiveSessions(FeedSettings settings, CredentialsReference credentials)
    implements SessionOpener {

  @Override
  public OpenSession open(SessionSplit split, Runnable onAvailable) throws IOException {
    Credentials key = appKey(split);
    FeedEnvironment environment = FeedEnvironment.live(settings, split.session());
    HandOff handOff = new HandOff(settings.queueCapacity(), environment.clock(), onAvailable);
    FeedSession session =
        new FeedSession(
            split.session(), key, split.contracts(), split.past(), settings, environment, handOff);
    OpenAppKeys.opened(settings.webSocketUrl(), key, session);
    // one after the other, as registrations are: KIS blocks clients that connect in a rush
    session.start(settings.subscribeInterval().multipliedBy(split.placement()));
    return new OpenSession(session, handOff, environment);
  }

  /**
   * Whether two open sessions of this process use the same one of these app keys at the same
   * server, which lets one of them live.
   */
  public boolean compete() {
    try {
      return credentials.load(System.getenv()).stream()
          .anyMatch(key -> OpenAppKeys.sessions(settings.webSocketUrl(), key) > 1);
    } catch (CredentialsException e) {
      return false; // they were there when the sessions were opened
    }
  }

  private Credentials appKey(SessionSplit split) throws IOException {
    try {
      List<Credentials> keys = credentials.load(System.getenv());
      if (split.credential() < keys.size()) {
        return keys.get(split.credential());
      }
      throw new FatalFeedException(
          split.session()
              + " needs app key number "
              + (split.credential() + 1)
              + ", but feed.credentials gives "
              + keys.size()
              + " on this machine");
    } catch (CredentialsException e) {
      String message = String.valueOf(e.getMessage());
      // after a restart it is this machine on which they are missing, and the next may have them
      throw split.restarts() == 0 ? new FatalFeedException(message) : new IOException(message, e);
    }
  }
}
