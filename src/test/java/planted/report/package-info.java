/**
 * Plants what the architecture forbids: inexact numbers.
 */
@NullMarked
package planted.report;

import org.jspecify.annotations.NullMarked;
