/**
 * The {@code <govuk:…>} tags: GOV.UK Frontend's components, each a file in {@code templates/govuk}.
 */
@NullMarked
package candour.platform.govuk;

import org.jspecify.annotations.NullMarked;
