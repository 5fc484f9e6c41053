package candour.casework;

import java.time.LocalDate;

/**
 * That an officer put a request on record.
 *
 * @param on the day of entry, in London
 */
public record Entered(String officerName, Arrival arrived, LocalDate on) {}
