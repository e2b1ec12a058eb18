/**
 * Plants what the architecture forbids: another module's inside.
 */
@NullMarked
package planted.rule;

import org.jspecify.annotations.NullMarked;
