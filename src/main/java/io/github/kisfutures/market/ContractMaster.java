package io.github.kisfutures.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The KIS contract master {@code fo_stk_code_mts.mst}: cp949, one contract a line, nine fields
 * separated by {@code |}, no header ({@code docs/feed.md}). It is the only link from a contract to
 * its underlying, and the only source of multipliers other than the default.
 */
public final class ContractMaster {
  private static final int FIELDS = 9;
  private static final int MAX_RANK_DIGITS = 3;
  private static final Pattern MULTIPLIER =
      Pattern.compile("^(.*?)\\s*\\(\\s*([0-9]{1,7}(?:\\.[0-9]{1,6})?)\\s*\\)\\s*$");

  private final Map<String, Contract> contracts;
  private final List<String> unreadable;

  private ContractMaster(Map<String, Contract> contracts, List<String> unreadable) {
    this.contracts = contracts;
    this.unreadable = unreadable;
  }

  /**
   * Reads a master file. A line that cannot be read costs its contract only: see {@link
   * #unreadable()}.
   *
   * @param content the file's bytes, as KIS publishes them: zipped, or unzipped
   * @param fileName for error messages
   * @throws ContractMasterException if no line of it is a contract; the message names file, line
   *     and reason
   */
  public static ContractMaster parse(byte[] content, String fileName) {
    Map<String, Contract> contracts = new LinkedHashMap<>();
    List<String> unreadable = new ArrayList<>();
    int number = 0;
    for (byte[] line : ContractMasterFile.lines(content, fileName)) {
      String where = fileName + " line " + ++number;
      try {
        String text = ContractMasterFile.text(line, where);
        if (!text.isBlank()) {
          add(parseLine(text, where), contracts, where);
        }
      } catch (ContractMasterException e) {
        unreadable.add(String.valueOf(e.getMessage()));
      }
    }
    if (contracts.isEmpty()) {
      throw new ContractMasterException(
          unreadable.isEmpty() ? fileName + " lists no contract" : unreadable.get(0));
    }
    return new ContractMaster(contracts, unreadable);
  }

  private static void add(Contract contract, Map<String, Contract> contracts, String where) {
    if (contracts.putIfAbsent(contract.code(), contract) != null) {
      throw new ContractMasterException(where + " lists " + contract.code() + " a second time");
    }
  }

  private static Contract parseLine(String line, String where) {
    String[] fields = line.split("\\|", -1);
    if (fields.length < FIELDS) {
      throw new ContractMasterException(
          where
              + " has "
              + fields.length
              + " fields separated by '|' where "
              + FIELDS
              + " are expected: is this fo_stk_code_mts.mst?");
    }
    Contract.Kind kind = kind(fields[0].strip(), where);
    String code = fields[1].strip();
    if (!ContractCode.isValid(code)) {
      throw new ContractMasterException(where + " has '" + code + "' as short code");
    }
    Matcher name = MULTIPLIER.matcher(fields[3]);
    boolean named = name.matches();
    if (!named) {
      throw new ContractMasterException(
          where + ": the name '" + fields[3].strip() + "' does not end in a multiplier as (  10)");
    }
    BigDecimal multiplier = new BigDecimal(name.group(2));
    if (multiplier.signum() == 0) {
      throw new ContractMasterException(where + " has the multiplier 0");
    }
    return new Contract(
        code,
        name.group(1).strip(),
        kind,
        multiplier,
        monthRank(fields[6].strip(), where),
        fields[7].strip(),
        fields[8].strip());
  }

  private static Contract.Kind kind(String text, String where) {
    Contract.Kind[] kinds = Contract.Kind.values();
    if (text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) < '1' + kinds.length) {
      return kinds[text.charAt(0) - '1'];
    }
    throw new ContractMasterException(
        where + " has the type '" + text + "' where 1 to " + kinds.length + " is expected");
  }

  private static int monthRank(String text, String where) {
    if (text.isEmpty()) {
      return 0;
    }
    if (text.length() > MAX_RANK_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new ContractMasterException(where + " has the month rank '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  /** The contract with that short code, if it is listed. */
  public Optional<Contract> find(String code) {
    return Optional.ofNullable(contracts.get(code));
  }

  /** All contracts by code, in the file's order. */
  public Map<String, Contract> contracts() {
    return Collections.unmodifiableMap(contracts);
  }

  /** Why lines could not be read: one sentence each, with file and line, in the file's order. */
  public List<String> unreadable() {
    return Collections.unmodifiableList(unreadable);
  }

  /** Korean names of all listed contracts. */
  public ContractNames names() {
    Map<String, String> names = new LinkedHashMap<>();
    contracts.forEach((code, contract) -> names.put(code, contract.name()));
    return new ContractNames(names);
  }

  /** Multipliers of all listed contracts; {@code standard} for the others. */
  public Multipliers multipliers(BigDecimal standard) {
    Map<String, BigDecimal> perContract = new LinkedHashMap<>();
    contracts.forEach((code, contract) -> perContract.put(code, contract.multiplier()));
    return new Multipliers(standard, perContract);
  }
}
