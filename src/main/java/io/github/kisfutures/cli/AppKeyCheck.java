package io.github.kisfutures.cli;

import io.github.kisfutures.feed.ApprovalException;
import io.github.kisfutures.feed.Credentials;
import io.github.kisfutures.feed.FeedException;
import io.github.kisfutures.feed.HttpApprovalClient;
import io.github.kisfutures.job.options.ConfigurationException;
import io.github.kisfutures.job.options.JobSettings;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * Asks before a start whether KIS accepts the app keys. The job would find out, too, but between
 * the stack traces that Flink logs of every failure. The same request tells whether an approval
 * endpoint is at the address at all. It is one request per app key and start, no more; KIS gives
 * any number of approval keys.
 */
final class AppKeyCheck {
  private AppKeyCheck() {}

  /**
   * Asks for an approval key with each of the first app keys.
   *
   * @param count number of sessions, so of app keys that are used
   * @throws FeedException with one sentence, if KIS refuses one
   * @throws ConfigurationException with one sentence, if whoever answers is no approval endpoint;
   *     any other failure is left to the session, which tries again
   */
  static void check(JobSettings settings, int count) {
    List<Credentials> keys = settings.credentials().load(System.getenv());
    HttpApprovalClient client = new HttpApprovalClient(settings.feed().restUrl());
    for (int i = 0; i < count; i++) {
      try {
        client.approve(keys.get(i)).join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof ApprovalException failure) {
          judge(i + 1, failure);
        }
      }
    }
  }

  private static void judge(int number, ApprovalException failure) {
    if (failure.refused()) {
      throw new FeedException("App key number " + number + ": " + failure.getMessage());
    }
    if (failure.wrongAddress()) {
      throw new ConfigurationException("feed.rest-url: " + failure.getMessage());
    }
    System.err.println("kis-futures: " + failure.getMessage() + "; the session tries again");
  }
}
