package io.github.kisfutures.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SubscriptionBookTest {
  private final SubscriptionBook book = new SubscriptionBook(List.of("A", "B", "C", "A"));

  @Test
  void givesContractsInOrderEachOnce() {
    assertThat(book.size()).isEqualTo(3);
    assertThat(book.due(0)).isEqualTo("A");
    book.requested("A", 0);
    assertThat(book.due(0)).isEqualTo("B");
    book.requested("B", 1);
    book.requested("C", 2);
    assertThat(book.due(100)).isNull();
    assertThat(book.nextDueAt(100)).isEmpty();
  }

  @Test
  void knowsTheOldestOutstandingRequest() {
    assertThat(book.oldestOutstanding()).isNull();
    book.requested("B", 1);
    book.requested("A", 2);
    assertThat(book.oldestOutstanding()).isEqualTo("B");
    assertThat(book.requestedAt("B")).isEqualTo(1);
    book.confirmed("B");
    assertThat(book.oldestOutstanding()).isEqualTo("A");
  }

  @Test
  void retriesComeAfterNewOnesAndAtTheirTime() {
    book.retryAt("A", 50);
    assertThat(book.due(100)).isEqualTo("B");
    assertThat(book.nextDueAt(0)).isEqualTo(OptionalLong.of(0));
    book.confirmed("B");
    book.retryAt("C", 40);
    assertThat(book.nextDueAt(0)).isEqualTo(OptionalLong.of(40));
    assertThat(book.due(39)).isNull();
    assertThat(book.due(40)).isEqualTo("C");
  }

  @Test
  void isSettledWhenNothingWaitsForARequestOrAReply() {
    book.confirmed("A");
    book.refused("B", "OPSP8992");
    book.requested("C", 0);
    assertThat(book.settled()).isFalse();
    book.retryAt("C", 10);
    assertThat(book.settled()).isTrue();
    assertThat(book.confirmedCount()).isEqualTo(1);
  }

  @Test
  void tellsWhetherAConfirmationIsNew() {
    assertThat(book.confirmed("A")).isTrue();
    assertThat(book.confirmed("A")).isFalse();
  }

  @Test
  void aNewConnectionForgetsAllButRefusalsForGood() {
    book.confirmed("A");
    book.refused("B", "OPSP8992");
    book.refused("C", "OPSP0008");
    book.begin();

    assertThat(book.due(0)).isEqualTo("A");
    book.requested("A", 0);
    assertThat(book.due(0)).isEqualTo("C");
    book.requested("C", 0);
    assertThat(book.due(0)).isNull();
  }

  @Test
  void namesAContractThatItDoesNotHave() {
    assertThat(book.contains("X")).isFalse();
    assertThatThrownBy(() -> book.confirmed("X"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("X");
  }
}
