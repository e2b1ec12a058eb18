/**
 * How to do what, what words mean, and every part that pages are made of.
 */
@NullMarked
package se.uppdragskollen.web.help;

import org.jspecify.annotations.NullMarked;
