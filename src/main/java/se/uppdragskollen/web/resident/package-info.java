/**
 * The public page: what residents see of the health centres, without a login.
 */
@NullMarked
package se.uppdragskollen.web.resident;

import org.jspecify.annotations.NullMarked;
