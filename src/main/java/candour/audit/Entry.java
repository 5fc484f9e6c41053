package candour.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a case, as the log has it.
 *
 * @param at when the database took the entry in
 * @param leafIndex its place in the tree, from 0; null for the moment until it has one
 */
public record Entry(
    String factClass, @Nullable String provision, Instant at, @Nullable Long leafIndex) {}
