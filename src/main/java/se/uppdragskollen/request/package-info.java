/**
 * How every use case is asked and refuses: reasons for a refusal, versions, pages of long
 * lists.
 */
@NullMarked
package se.uppdragskollen.request;

import org.jspecify.annotations.NullMarked;
