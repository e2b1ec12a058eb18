/**
 * Plants what the architecture forbids: the other half of a circle, and chance.
 */
@NullMarked
package planted.demo;

import org.jspecify.annotations.NullMarked;
