package candour.casework;

import java.util.List;
import java.util.Set;

/**
 * What somebody asks for, as they said it.
 *
 * @param documents one to five where documents are named, else none
 * @param wants at least one where files are asked for, else none
 * @param words what they want in their own words; up to 20,000 characters, perhaps empty
 * @param periodFrom from when, in their own words; perhaps empty, as is {@code periodTo}
 */
public record Sought(
    Extent extent,
    List<String> documents,
    Set<Want> wants,
    String words,
    String periodFrom,
    String periodTo) {

  public Sought {
    documents = List.copyOf(documents);
    wants = Set.copyOf(wants);
  }
}
