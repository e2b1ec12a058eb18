/**
 * What commissioning staff work with: cases, the tests of an edition's rules, mutation.
 */
@NullMarked
package se.uppdragskollen.authoring;

import org.jspecify.annotations.NullMarked;
