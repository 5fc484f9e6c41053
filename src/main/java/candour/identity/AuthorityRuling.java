package candour.identity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What an officer makes of a claim to act for somebody.
 *
 * @param registerChecked whether the regulator's register was looked at; an adviser is accepted
 *     only then
 * @param reason 10 to 4,000 characters
 * @param on in London
 */
public record AuthorityRuling(
    boolean accepted, boolean registerChecked, String reason, UUID officerId, LocalDate on) {}
