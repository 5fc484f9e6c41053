/** What every page shares: the site's settings, languages, refusals and errors. */
@NullMarked
package candour.platform.web;

import org.jspecify.annotations.NullMarked;
