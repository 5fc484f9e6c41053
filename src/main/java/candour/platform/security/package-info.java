/** Accounts of officers and committee staff, and how they sign in. */
@NullMarked
package candour.platform.security;

import org.jspecify.annotations.NullMarked;
