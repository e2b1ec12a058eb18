/**
 * The inside of a module, which others may not know.
 */
@NullMarked
package planted.evaluation.inside;

import org.jspecify.annotations.NullMarked;
