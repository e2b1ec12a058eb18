package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import se.uppdragskollen.assignment.Edition;

/**
 * The parameters in force on a day. Public because rules read them.
 */
public final class Limits {

	private final Map<String, Map<String, Object>> values = new HashMap<>();

	Limits(Edition edition, LocalDate day) {
		edition.requirements().forEach((id, requirement) -> {
			Map<String, Object> own = new HashMap<>();
			requirement.parameters()
				.forEach((name, parameter) -> parameter.on(day).ifPresent((one) -> own.put(name, one.value())));
			this.values.put(id, own);
		});
	}

	public Object get(String requirement, String name) {
		return this.values.get(requirement).get(name);
	}

	public BigDecimal number(String requirement, String name) {
		return (BigDecimal) get(requirement, name);
	}

	public int count(String requirement, String name) {
		return number(requirement, name).intValue();
	}

	public LocalDate date(String requirement, String name) {
		return (LocalDate) get(requirement, name);
	}

	public List<?> items(String requirement, String name) {
		return (List<?>) get(requirement, name);
	}

}
