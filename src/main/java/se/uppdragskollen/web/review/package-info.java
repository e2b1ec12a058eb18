/**
 * The reviewer's desk: the work list, how a centre stands, the cases and what is done
 * with them.
 */
@NullMarked
package se.uppdragskollen.web.review;

import org.jspecify.annotations.NullMarked;
