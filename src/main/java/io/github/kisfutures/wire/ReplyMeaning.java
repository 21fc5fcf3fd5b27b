package io.github.kisfutures.wire;

/**
 * What a reply asks of the client: the table of {@code docs/feed.md}, "Answers". {@code rt_cd}
 * decides first, then {@code msg_cd}; the text is for people.
 */
public enum ReplyMeaning {
  /** The contract is registered (also: it already was). */
  REGISTERED,
  /** The contract is not registered any more (also: it was not). */
  UNREGISTERED,
  /** A fault of the server's: register that contract again after a back-off. */
  RETRY_CONTRACT,
  /** That contract is refused; the others keep flowing. */
  CONTRACT_REFUSED,
  /** The approval key is not accepted: get a new one, back off. */
  APPROVAL_REFUSED,
  /** Another session holds the app key: long back-off. */
  KEY_IN_USE,
  /** The request was malformed: a bug of ours, to be reported loudly. */
  REQUEST_MALFORMED,
  /**
   * A failure that the table does not know: treated as a failure of the contract, with back-off.
   */
  UNKNOWN_FAILURE;

  /** The meaning of a reply. */
  public static ReplyMeaning of(boolean success, String code) {
    if (success) {
      return code.equals("OPSP0001") ? UNREGISTERED : REGISTERED;
    }
    return switch (code) {
      case "OPSP0002" -> REGISTERED;
      case "OPSP0003" -> UNREGISTERED;
      case "OPSP0007", "OPSP0009" -> RETRY_CONTRACT;
      case "OPSP0008", "OPSP8991", "OPSP8992", "OPSP9990" -> CONTRACT_REFUSED;
      case "OPSP0010", "OPSP0011", "OPSP9994" -> APPROVAL_REFUSED;
      case "OPSP8996" -> KEY_IN_USE;
      default -> isMalformedRequest(code) ? REQUEST_MALFORMED : UNKNOWN_FAILURE;
    };
  }

  private static boolean isMalformedRequest(String code) {
    return (code.compareTo("OPSP8993") >= 0 && code.compareTo("OPSP8999") <= 0)
        || (code.compareTo("OPSP9991") >= 0 && code.compareTo("OPSP9999") <= 0);
  }
}
