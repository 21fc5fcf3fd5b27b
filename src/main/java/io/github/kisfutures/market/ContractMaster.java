package io.github.kisfutures.market;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The KIS contract master {@code fo_stk_code_mts.mst}: cp949, one contract a line, nine fields
 * separated by {@code |}, no header ({@code docs/feed.md}, "Contracts"). It is the only link from a
 * contract to its underlying, and the only source of multipliers other than the default.
 */
public final class ContractMaster {
  private static final Charset CP949 = Charset.forName("x-windows-949");
  private static final int FIELDS = 9;
  private static final int MAX_RANK_DIGITS = 3;
  private static final Pattern MULTIPLIER =
      Pattern.compile("^(.*?)\\s*\\(\\s*([0-9]{1,7})\\s*\\)\\s*$");

  private final Map<String, Contract> contracts;

  private ContractMaster(Map<String, Contract> contracts) {
    this.contracts = contracts;
  }

  /**
   * Reads a master file.
   *
   * @param content the file's bytes, unzipped
   * @param fileName for error messages
   * @throws ContractMasterException if it is not such a file; the message names file, line and
   *     reason
   */
  public static ContractMaster parse(byte[] content, String fileName) {
    if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
      throw new ContractMasterException(
          fileName + " is a zip archive: unzip it and give the .mst file inside");
    }
    Map<String, Contract> contracts = new LinkedHashMap<>();
    int number = 0;
    for (String line : decode(content, fileName).split("\r?\n", -1)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      Contract contract = parseLine(line, fileName + " line " + number);
      if (contracts.put(contract.code(), contract) != null) {
        throw new ContractMasterException(
            fileName + " line " + number + " lists " + contract.code() + " a second time");
      }
    }
    if (contracts.isEmpty()) {
      throw new ContractMasterException(fileName + " lists no contract");
    }
    return new ContractMaster(contracts);
  }

  private static String decode(byte[] content, String fileName) {
    try {
      return CP949
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(content))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ContractMasterException(
          fileName + " is not cp949 text: give KIS's fo_stk_code_mts.mst as it is");
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
    int multiplier = Integer.parseInt(name.group(2));
    if (multiplier == 0) {
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

  /** Multipliers of all listed contracts; {@code standard} for the others. */
  public Multipliers multipliers(int standard) {
    Map<String, Integer> perContract = new LinkedHashMap<>();
    contracts.forEach((code, contract) -> perContract.put(code, contract.multiplier()));
    return new Multipliers(standard, perContract);
  }
}
