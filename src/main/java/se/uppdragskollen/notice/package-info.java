/**
 * Mail that tells people what happened and where to log in: written with the event, sent
 * by a worker, seen to by administrators, declined by whoever does not want it.
 */
@NullMarked
package se.uppdragskollen.notice;

import org.jspecify.annotations.NullMarked;
