package se.uppdragskollen.assignment;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which elements and parameters a formula names.
 *
 * @param data elements and derived elements
 * @param parameters by the name written in the formula
 */
public record FormulaNames(Set<String> data, Map<String, Parameter> parameters) {

	private static final Pattern NAME = Pattern
		.compile("\"(?:[^\"\\\\]|\\\\.)*\"|[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)?");

	/** The names in a formula of this edition. */
	public static FormulaNames of(Edition edition, String formula) {
		Set<String> data = new LinkedHashSet<>();
		Map<String, Parameter> parameters = new LinkedHashMap<>();
		Matcher matcher = NAME.matcher(formula);
		while (matcher.find()) {
			String name = matcher.group();
			int dot = name.indexOf('.');
			String first = (dot < 0) ? name : name.substring(0, dot);
			if (name.startsWith("\"")) {
				continue;
			}
			if (edition.datum(first).isPresent()) {
				data.add(first);
			}
			else if (dot > 0) {
				edition.parameter(first, name.substring(dot + 1)).ifPresent((one) -> parameters.put(name, one));
			}
			else {
				List<Parameter> named = edition.requirements()
					.values()
					.stream()
					.map((requirement) -> requirement.parameters().get(name))
					.filter(java.util.Objects::nonNull)
					.toList();
				if (named.size() == 1) {
					parameters.put(name, named.get(0));
				}
			}
		}
		return new FormulaNames(data, parameters);
	}

}
