package se.uppdragskollen.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.rule.ObligationWord;

/**
 * An obligation with figures as people say them: a share or rate held against one that is
 * computed too has one decimal, or as many as it takes for each comparison to read as it
 * is. Results keep the exact figures.
 */
final class Spoken {

	private Spoken() {
	}

	static Obligation of(Obligation exact) {
		return switch (exact.word()) {
			case AT_LEAST_THAT_OF, AT_MOST_THAT_OF, SAME_AS, AGREES_WITH_REGISTER, NOT_BELOW_PEERS, NOT_ABOVE_PEERS ->
				two(exact);
			case NEAR_PEERS -> between(exact);
			case NOT_FALLING, NOT_RISING, RISES, FALLS -> series(exact);
			default -> exact;
		};
	}

	private static Obligation two(Obligation exact) {
		if (!(exact.value() instanceof BigDecimal value) || !(exact.limit() instanceof BigDecimal limit)) {
			return exact;
		}
		SpokenFigures said = SpokenFigures.of(exact.word(), value, List.of(limit));
		BigDecimal saidValue = said.value();
		BigDecimal saidLimit = said.limits().get(0);
		BigDecimal margin = exact.margin();
		boolean between = margin != null && margin.abs().compareTo(value.subtract(limit).abs()) == 0;
		BigDecimal saidMargin = between ? saidValue.subtract(saidLimit).abs() : margin;
		return with(exact, saidValue, saidLimit, saidMargin, Map.of(limit.stripTrailingZeros(), saidLimit));
	}

	private static Obligation between(Obligation exact) {
		if (!(exact.value() instanceof BigDecimal value) || !(exact.limit() instanceof List<?> bounds)
				|| !(bounds.get(0) instanceof BigDecimal low) || !(bounds.get(1) instanceof BigDecimal high)) {
			return exact;
		}
		SpokenFigures said = SpokenFigures.of(exact.word(), value, List.of(low, high));
		Map<BigDecimal, BigDecimal> known = new HashMap<>();
		known.put(low.stripTrailingZeros(), said.limits().get(0));
		known.put(high.stripTrailingZeros(), said.limits().get(1));
		return with(exact, said.value(), said.limits(), exact.margin(), known);
	}

	private static Obligation series(Obligation exact) {
		if (!(exact.limit() instanceof List<?> items)
				|| !items.stream().allMatch((item) -> item instanceof BigDecimal)) {
			return exact;
		}
		List<BigDecimal> values = items.stream().map((item) -> (BigDecimal) item).toList();
		int decimals = 0;
		List<BigDecimal> said;
		do {
			decimals++;
			said = new ArrayList<>();
			for (BigDecimal value : values) {
				said.add(SpokenFigures.round(value, decimals, RoundingMode.HALF_UP));
			}
		}
		while (decimals < SpokenFigures.MOST_DECIMALS && !sameOrder(values, said));
		boolean last = !values.isEmpty() && exact.value() instanceof BigDecimal;
		return with(exact, last ? said.get(said.size() - 1) : exact.value(), said, exact.margin(), Map.of());
	}

	private static boolean sameOrder(List<BigDecimal> values, List<BigDecimal> said) {
		for (int i = 1; i < values.size(); i++) {
			if (SpokenFigures.sign(values.get(i - 1), values.get(i)) != SpokenFigures.sign(said.get(i - 1),
					said.get(i))) {
				return false;
			}
		}
		int end = values.size() - 1;
		return end < 0
				|| SpokenFigures.sign(values.get(0), values.get(end)) == SpokenFigures.sign(said.get(0), said.get(end));
	}

	private static Obligation with(Obligation exact, @Nullable Object value, Object limit, @Nullable BigDecimal margin,
			Map<BigDecimal, BigDecimal> known) {
		Map<String, Object> enough = new LinkedHashMap<>();
		exact.smallestChange()
			.forEach((id, to) -> enough.put(id,
					(to instanceof BigDecimal figure) ? known.getOrDefault(figure.stripTrailingZeros(), figure) : to));
		return exact.said(value, limit, margin, enough);
	}

}
