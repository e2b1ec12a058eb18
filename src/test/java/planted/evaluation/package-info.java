/**
 * Plants what the architecture forbids: Spring and Drools in the engine.
 */
@NullMarked
package planted.evaluation;

import org.jspecify.annotations.NullMarked;
