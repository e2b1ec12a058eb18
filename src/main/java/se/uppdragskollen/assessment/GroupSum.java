package se.uppdragskollen.assessment;

import java.math.BigDecimal;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What came out for the units that are alike in operator, size and care need.
 *
 * @param group which units
 * @param units how many of them have an outcome
 * @param outcomes how many outcomes of each kind they have, {@code to-discuss} for those
 * of recommendations that are not met
 * @param leastNeed the smallest share with complex needs among them, in percent, null
 * when not known
 * @param mostNeed the largest
 */
public record GroupSum(UnitGroup group, int units, Map<String, Integer> outcomes, @Nullable BigDecimal leastNeed,
		@Nullable BigDecimal mostNeed) {

}
