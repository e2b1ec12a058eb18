package se.uppdragskollen.evaluation;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An edition's rules and formulas, compiled. Safe for use by several threads.
 */
public interface RuleBook {

	/**
	 * Fires the rules that concern each of these; what they say is noted in the facts.
	 */
	void fire(List<Facts> facts);

	/**
	 * The value of a derived element.
	 * @param derived its id
	 * @param inputs the values that its formula names
	 * @return the value, or null when the formula gives none
	 */
	@Nullable Object evaluate(String derived, Map<String, @Nullable Object> inputs);

}
