package se.uppdragskollen.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;

/**
 * A case with all that somebody may know of it.
 *
 * @param row the case
 * @param kindText what its kind is called
 * @param stateText what its state is called
 * @param ladderTitle what its step of the ladder is called
 * @param escalation the step that waits for a second pair of eyes; the centre is not told
 * @param recheckReady whether a report has come since the re-check began
 * @param findings how it went, the oldest period first
 * @param acts what was said and done, in order
 * @param actions what is to be done
 * @param may what may be done now
 */
public record CaseView(@JsonUnwrapped CaseRow row, Bilingual kindText, Bilingual stateText,
		@Nullable Bilingual ladderTitle, @Nullable Proposed escalation, boolean recheckReady, List<Finding> findings,
		List<ActView> acts, List<AgreedAction> actions, List<CaseAct> may) {

	/**
	 * A step of the ladder that a reviewer has proposed.
	 *
	 * @param step its id
	 * @param by the person who proposed it
	 * @param byName what that person is called
	 */
	public record Proposed(String step, long by, String byName) {

	}

	/**
	 * What was said or done.
	 *
	 * @param id its id
	 * @param act what
	 * @param actText what it is called
	 * @param fromState the state before
	 * @param toState the state after
	 * @param text the words
	 * @param shared whether the centre reads it
	 * @param due the deadline that it set
	 * @param about the step, action or person that it is about
	 * @param by who, null for the service itself
	 * @param at when
	 */
	public record ActView(long id, CaseAct act, Bilingual actText, @Nullable CaseState fromState, CaseState toState,
			String text, boolean shared, @Nullable LocalDate due, @Nullable String about, @Nullable PersonName by,
			Instant at) {

	}

	/**
	 * An earlier decision on the same requirement.
	 *
	 * @param row the case
	 * @param acts what was decided, with the reasons
	 */
	public record Precedent(@JsonProperty("case") CaseRow row, List<ActView> acts) {

	}

}
