/** The database, embedded or one's own, its roles, and what is sealed in it. */
@NullMarked
package candour.platform.storage;

import org.jspecify.annotations.NullMarked;
