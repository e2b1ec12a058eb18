package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.Requirement;

/**
 * An edition's parameters as they stand on one day, by {@code G25.target_share}.
 */
final class Limits {

	private final Map<String, Object> values = new HashMap<>();

	private final Map<String, Integer> smallestGroups = new HashMap<>();

	Limits(Edition edition, LocalDate day) {
		for (Requirement requirement : edition.requirements().values()) {
			Integer own = requirement.smallestGroup();
			this.smallestGroups.put(requirement.id(), (own != null) ? own : edition.smallestGroup());
			for (Parameter parameter : requirement.parameters().values()) {
				LocalDate latest = null;
				for (LocalDate from : parameter.values().keySet()) {
					latest = from.isAfter(day) ? latest : from;
				}
				if (latest != null) {
					Object value = parameter.values().get(latest).value();
					this.values.put(requirement.id() + "." + parameter.name(), (value instanceof List<?> items)
							? new Items(items.stream().map(String.class::cast).toList()) : value);
				}
			}
		}
	}

	BigDecimal number(String name) {
		return (BigDecimal) get(name);
	}

	int count(String name) {
		return number(name).intValueExact();
	}

	LocalDate date(String name) {
		return (LocalDate) get(name);
	}

	List<String> items(String name) {
		return ((Items) get(name)).all();
	}

	/** The word of a phase, null when the edition has no such phase. */
	@Nullable String phase(String name) {
		return (String) this.values.get(name);
	}

	/** Groups below this give no verdict. */
	int smallestGroup(String requirement) {
		return this.smallestGroups.get(requirement);
	}

	private Object get(String name) {
		Object value = this.values.get(name);
		if (value == null) {
			throw new IllegalArgumentException("no value of " + name);
		}
		return value;
	}

	/** The items of a list. */
	private record Items(List<String> all) {

	}

}
