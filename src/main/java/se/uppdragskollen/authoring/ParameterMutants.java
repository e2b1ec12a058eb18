package se.uppdragskollen.authoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.rule.Takes;

/**
 * Plants mistakes in parameters: every value that is in force on some period's last day
 * is made one step larger and smaller, a day later and earlier, a list loses or gains an
 * item, a phase becomes another.
 */
final class ParameterMutants {

	private static final String NO_PHASE = "-";

	private final Edition edition;

	private final Readers readers;

	private final List<Mutant> mutants;

	private final List<SkippedMutant> skipped;

	ParameterMutants(Edition edition, List<Mutant> mutants, List<SkippedMutant> skipped) {
		this.edition = edition;
		this.readers = new Readers(edition);
		this.mutants = mutants;
		this.skipped = skipped;
	}

	void plant() {
		for (Requirement requirement : this.edition.requirements().values()) {
			for (Parameter parameter : requirement.parameters().values()) {
				parameter.values().forEach((from, value) -> plant(requirement, parameter, from, value.value()));
			}
		}
	}

	private void plant(Requirement requirement, Parameter parameter, LocalDate from, Object value) {
		String id = parameter.qualifiedName() + "@" + from;
		Set<String> concerned = this.readers.of(parameter);
		if (!decides(parameter, from, concerned)) {
			this.skipped.add(new SkippedMutant(id, Messages.both("mutant.skipped.no-period")));
			return;
		}
		Map<String, Object> others = others(parameter, value);
		if (others.isEmpty()) {
			this.skipped.add(new SkippedMutant(id, Messages.both("mutant.skipped.no-other-item")));
		}
		List<Rule> rules = this.edition.rules()
			.stream()
			.filter((rule) -> concerned.contains(rule.requirement()))
			.toList();
		String file = "assignments/" + this.edition.name() + "/" + requirement.chapter() + ".yaml";
		others.forEach((change, other) -> {
			String name = id + ": " + change;
			Edition changed = this.edition.with(parameter.with(from, other), name).withRules(rules, name);
			this.mutants.add(new Mutant(name, requirement.id(), file, parameter.position(), concerned, changed));
		});
	}

	/**
	 * Whether the value is in force on the last day of a period that some reader owes.
	 */
	private boolean decides(Parameter parameter, LocalDate from, Set<String> concerned) {
		return concerned.stream()
			.map((id) -> Objects.requireNonNull(this.edition.requirements().get(id)).period())
			.distinct()
			.flatMap((kind) -> Periods.of(this.edition, kind).stream())
			.anyMatch((period) -> parameter.on(period.to()).filter((one) -> one.from().equals(from)).isPresent());
	}

	private Map<String, Object> others(Parameter parameter, Object value) {
		Map<String, Object> others = new LinkedHashMap<>();
		if (value instanceof BigDecimal number) {
			BigDecimal step = BigDecimal.ONE.movePointLeft(Math.max(0, number.stripTrailingZeros().scale()));
			for (BigDecimal other : List.of(number.add(step), number.subtract(step))) {
				others.put(number.toPlainString() + " → " + other.toPlainString(), other);
			}
		}
		else if (value instanceof LocalDate date) {
			for (LocalDate other : List.of(date.plusDays(1), date.minusDays(1))) {
				others.put(date + " → " + other, other);
			}
		}
		else if (value instanceof List<?> items) {
			lists(parameter, items.stream().map(String::valueOf).toList(), others);
		}
		else {
			phases(parameter).stream()
				.filter((phase) -> !phase.equals(value))
				.forEach((phase) -> others.put(value + " → " + phase, phase));
		}
		return others;
	}

	/**
	 * Each item dropped, each other choice added; an only item exchanged, since a limit
	 * is never empty.
	 */
	private void lists(Parameter parameter, List<String> items, Map<String, Object> others) {
		List<String> rest = choices(parameter).stream().filter((choice) -> !items.contains(choice)).toList();
		if (items.size() > 1) {
			for (String item : items) {
				others.put("without " + item, items.stream().filter((one) -> !one.equals(item)).toList());
			}
		}
		else if (!rest.isEmpty()) {
			others.put(items.get(0) + " → " + rest.get(0), List.of(rest.get(0)));
		}
		for (String choice : rest) {
			others.put("with " + choice, Stream.concat(items.stream(), Stream.of(choice)).toList());
		}
	}

	/** The choices of the elements that rules hold against the parameter. */
	private Set<String> choices(Parameter parameter) {
		Set<String> choices = new LinkedHashSet<>();
		for (Rule rule : this.edition.rulesOf(parameter.requirement())) {
			for (Statement statement : rule.statements()) {
				if (statement instanceof Statement.Obligation obligation
						&& obligation.word().takes().contains(Takes.ITEMS)
						&& obligation.arguments().get(1).text().equals(parameter.name())) {
					this.edition.datum(obligation.arguments().get(0).text())
						.map(Datum::choices)
						.ifPresent((all) -> choices.addAll(all.keySet()));
				}
			}
		}
		return choices;
	}

	/** Every phase of the requirement; with a single one, none at all. */
	private static List<String> phases(Parameter parameter) {
		List<String> phases = new ArrayList<>(
				parameter.values().values().stream().map((one) -> String.valueOf(one.value())).distinct().toList());
		if (phases.size() == 1) {
			phases.add(NO_PHASE);
		}
		return phases;
	}

}
