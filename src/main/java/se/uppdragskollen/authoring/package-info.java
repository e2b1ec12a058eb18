/**
 * What commissioning staff work with: cases, the tests of an edition's rules, mutation.
 * <p>
 * {@link se.uppdragskollen.authoring.CaseReader} reads an edition's cases,
 * {@link se.uppdragskollen.authoring.CaseRunner} runs them and
 * {@link se.uppdragskollen.authoring.Mutation} tells which mistakes in the edition no
 * case would notice.
 */
@NullMarked
package se.uppdragskollen.authoring;

import org.jspecify.annotations.NullMarked;
