/**
 * Plants what the architecture forbids: a circle, and a name that says nothing.
 */
@NullMarked
package planted.unit;

import org.jspecify.annotations.NullMarked;
