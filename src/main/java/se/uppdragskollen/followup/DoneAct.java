package se.uppdragskollen.followup;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What was said or done in a case; never changed.
 *
 * @param id the database's own
 * @param followUpCase the case
 * @param act what
 * @param from the state before, null for the first
 * @param to the state after
 * @param text the words
 * @param shared whether the centre reads it
 * @param due the deadline that it set, null for none
 * @param about the step of the ladder, the action or the person that it is about, null
 * for none
 * @param by who, null for the service itself
 * @param at when
 */
record DoneAct(long id, long followUpCase, CaseAct act, @Nullable CaseState from, CaseState to, String text,
		boolean shared, @Nullable LocalDate due, @Nullable String about, @Nullable PersonName by, Instant at) {

}
