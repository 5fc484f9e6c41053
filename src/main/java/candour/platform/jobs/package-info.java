/** Work that goes on without anybody asking. */
@NullMarked
package candour.platform.jobs;

import org.jspecify.annotations.NullMarked;
