package candour.audit.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Always as many commitments under one root, in no order: some to facts, the rest to nothing.
 * Without its salt nobody can tell a slot that holds something from one that does not; so the root,
 * and the opening of some slots, say nothing about the others.
 *
 * @param seed 32 random bytes, in Base64, from which every salt is derived
 * @param filled what is held, in the order in which it was given
 */
public record Slots(String seed, List<Filled> filled) {

  /** How many slots there are: more determinations than any one person's records hold. */
  public static final int COUNT = 1024;

  private static final int SEED_LENGTH = 32;
  private static final String NOTHING = "{}";

  /**
   * A slot that holds something.
   *
   * @param payload canonical JSON
   */
  public record Filled(int slot, String payload) {}

  public Slots {
    NotProven.unless(Strict.base64(seed).length == SEED_LENGTH, "a seed has 32 bytes");
    filled = List.copyOf(filled);
  }

  /**
   * Gives each fact a slot by lot.
   *
   * @param facts see {@link CanonicalJson#write}
   * @throws IllegalArgumentException if there are more facts than slots
   */
  public static Slots fill(List<?> facts, SecureRandom random) {
    if (facts.size() > COUNT) {
      throw new IllegalArgumentException("more than %d: %d".formatted(COUNT, facts.size()));
    }
    List<Integer> places = new ArrayList<>(IntStream.range(0, COUNT).boxed().toList());
    Collections.shuffle(places, random);
    byte[] seed = new byte[SEED_LENGTH];
    random.nextBytes(seed);
    List<Filled> filled =
        IntStream.range(0, facts.size())
            .mapToObj(i -> new Filled(places.get(i), CanonicalJson.write(facts.get(i))))
            .toList();
    return new Slots(Strict.base64(seed), filled);
  }

  /** What stands for all slots and their order: the root of RFC 9162 §2.1.1. */
  public Hash root() {
    return tree().root();
  }

  /**
   * Opens slots, in their own order: of each a line of canonical JSON with the payload, the salt,
   * and the hashes on the way to the root (RFC 9162 §2.1.3).
   */
  public String open(List<Integer> slots) {
    Tree tree = tree();
    Map<Integer, String> payloads = payloads();
    return slots.stream()
        .sorted()
        .map(slot -> line(slot, payloads, tree))
        .collect(Collectors.joining());
  }

  /** Opens every slot. */
  public String openAll() {
    return open(IntStream.range(0, COUNT).boxed().toList());
  }

  private String line(int slot, Map<Integer, String> payloads, Tree tree) {
    List<String> path = tree.proveInclusion(slot).path().stream().map(Hash::toString).toList();
    Opening opening = opening(slot, payloads);
    return "{\"path\":%s,\"payload\":%s,\"salt\":%s,\"slot\":%d}\n"
        .formatted(
            CanonicalJson.write(path),
            opening.payload(),
            CanonicalJson.write(opening.salt()),
            slot);
  }

  private Tree tree() {
    Map<Integer, String> payloads = payloads();
    return Tree.of(
        IntStream.range(0, COUNT)
            .mapToObj(slot -> opening(slot, payloads).commitment().bytes())
            .toList());
  }

  private Map<Integer, String> payloads() {
    Map<Integer, String> payloads = new HashMap<>();
    filled.forEach(each -> payloads.put(each.slot(), each.payload()));
    return payloads;
  }

  private Opening opening(int slot, Map<Integer, String> payloads) {
    return new Opening(salt(slot), payloads.getOrDefault(slot, NOTHING));
  }

  private String salt(int slot) {
    return Hash.hmac(Strict.base64(seed), ("slot " + slot).getBytes(UTF_8)).toString();
  }
}
