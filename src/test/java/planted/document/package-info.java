/**
 * Plants what the architecture forbids: a face's way of talking inside the engine.
 */
@NullMarked
package planted.document;

import org.jspecify.annotations.NullMarked;
