/**
 * One box for centres, requirements and cases, in which everybody finds what they may
 * see.
 */
@NullMarked
package se.uppdragskollen.web.search;

import org.jspecify.annotations.NullMarked;
