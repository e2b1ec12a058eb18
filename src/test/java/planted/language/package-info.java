/**
 * Plants what the architecture forbids: a module that knows more than it may, and the
 * clock.
 */
@NullMarked
package planted.language;

import org.jspecify.annotations.NullMarked;
