/**
 * Editions of the assignment: requirements, parameters, elements and rules; reading,
 * checking and comparing them.
 */
@NullMarked
package se.uppdragskollen.assignment;

import org.jspecify.annotations.NullMarked;
