package se.uppdragskollen.assignment;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.document.Word;
import se.uppdragskollen.rule.Argument;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.ScopeWord;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.rule.Takes;

/**
 * Checks one rule against its edition: every name known, every type and unit right.
 */
final class RuleChecks {

	private final Edition edition;

	private final Rule rule;

	private final Unread unread;

	private final Problems problems;

	RuleChecks(Edition edition, Rule rule, Unread unread, Problems problems) {
		this.edition = edition;
		this.rule = rule;
		this.unread = unread;
		this.problems = problems;
	}

	void check() {
		Requirement requirement = this.edition.requirements().get(this.rule.requirement());
		if (requirement == null) {
			unknownRequirement(new Argument(this.rule.requirement(), this.rule.position()));
			return;
		}
		if (!requirement.chapter().equals(this.rule.chapter())) {
			at(new Argument(this.rule.requirement(), this.rule.position())).say("rule-in-other-chapter",
					requirement.chapter());
		}
		if (!this.rule.name().startsWith(requirement.id() + " ")) {
			at(new Argument(this.rule.name(), this.rule.position())).say("rule-name-start", requirement.id());
		}
		if (this.rule.scope() != null) {
			scope(this.rule.scope());
		}
		for (Statement statement : this.rule.statements()) {
			if (!statement.requirement().text().equals(requirement.id())) {
				at(statement.requirement()).allowed(requirement.id()).say("rule-other-requirement");
			}
			else {
				statement(requirement, statement);
			}
		}
	}

	private void unknownRequirement(Argument id) {
		if (!this.unread.mayDefine(id.text())) {
			at(id).allowedNames(this.edition.requirements().keySet()).say("unknown-requirement");
		}
	}

	private void scope(Condition condition) {
		if (condition instanceof Condition.All all) {
			all.conditions().forEach(this::scope);
		}
		else if (condition instanceof Condition.Any any) {
			any.conditions().forEach(this::scope);
		}
		else if (condition instanceof Condition.Compare compare) {
			Unit left = operand(compare.left());
			Unit right = operand(compare.right());
			if (left != null && right != null && left != right) {
				this.problems.at(this.rule.file(), compare.position(), this.rule.name())
					.found(left.word())
					.say("wrong-unit", right.word());
			}
		}
		else if (condition instanceof Condition.Ask ask) {
			ask(ask);
		}
	}

	private @Nullable Unit operand(Condition.Operand operand) {
		if (operand instanceof Condition.NumberOf number) {
			return datum(number.element(), Takes.NUMBER).map(Datum::unit).orElse(null);
		}
		Condition.ParameterOf named = (Condition.ParameterOf) operand;
		Requirement requirement = this.edition.requirements().get(named.requirement().text());
		if (requirement == null) {
			unknownRequirement(named.requirement());
			return null;
		}
		return parameter(requirement, named.name()).map(Parameter::unit).orElse(null);
	}

	private void ask(Condition.Ask ask) {
		if (ask.word() == ScopeWord.PHASE) {
			phase(ask.arguments().get(0), ask.arguments().get(1));
			return;
		}
		Optional<Datum> datum = datum(ask.arguments().get(0), ask.word().takes().get(0));
		if (datum.isPresent() && ask.arguments().size() > 1) {
			item(ask.arguments().get(1), datum.get());
		}
	}

	private void phase(Argument requirement, Argument phase) {
		if (this.unread.mayDefine(requirement.text()) || this.unread.mayDefine(requirement.text() + ".phase")) {
			return;
		}
		Optional<Parameter> parameter = this.edition.parameter(requirement.text(), "phase");
		if (parameter.isEmpty() || parameter.get().unit() != Unit.PHASE) {
			at(requirement).say("no-phase");
			return;
		}
		List<String> phases = parameter.get().values().values().stream().map((one) -> (String) one.value()).toList();
		if (!phases.contains(phase.text())) {
			at(phase).allowedNames(phases).say("unknown-phase");
		}
	}

	private void item(Argument item, Datum datum) {
		if (!datum.choices().isEmpty() && !datum.choices().containsKey(item.text())) {
			at(item).allowedNames(datum.choices().keySet()).say("unknown-choice", datum.id());
		}
	}

	private void statement(Requirement requirement, Statement statement) {
		if (statement instanceof Statement.NotApplicable notApplicable) {
			if (!requirement.reasons().containsKey(notApplicable.reason().text())) {
				at(notApplicable.reason()).allowedNames(requirement.reasons().keySet()).say("unknown-reason");
			}
		}
		else if (statement instanceof Statement.Credit credit) {
			datum(credit.element(), Takes.NUMBER);
		}
		else if (statement instanceof Statement.Obligation obligation) {
			obligation(requirement, obligation);
		}
	}

	private void obligation(Requirement requirement, Statement.Obligation obligation) {
		if (obligation.must() != (requirement.level() == Level.MUST)) {
			at(obligation.requirement()).say("level-differs", requirement.level().word());
		}
		if (obligation.severity() != null) {
			word(obligation.severity(), Severity.values());
		}
		List<Takes> takes = obligation.word().takes();
		Datum first = null;
		for (int i = 0; i < obligation.arguments().size(); i++) {
			Argument argument = obligation.arguments().get(i);
			if (takes.get(i).element()) {
				Datum datum = datum(argument, takes.get(i)).orElse(null);
				if (first != null && datum != null) {
					comparable(argument, first, datum);
				}
				first = (i == 0) ? datum : first;
			}
			else if (takes.get(i).parameter()) {
				limit(requirement, argument, takes.get(i), first);
			}
			else if (takes.get(i) == Takes.SOURCE) {
				if (!this.edition.knowsRegister(argument.text())) {
					at(argument).allowedNames(this.edition.registers().keySet()).say("unknown-register");
				}
			}
			else if (takes.get(i) == Takes.COUNTERPART) {
				word(argument, Counterpart.values());
			}
		}
	}

	private void comparable(Argument argument, Datum first, Datum second) {
		if (first.type() != second.type() && !(first.type().isNumber() && second.type().isNumber())) {
			at(argument).say("wrong-type", second.type().word(), first.type().word());
		}
		else if (first.unit() != second.unit()) {
			at(argument).say("wrong-unit", unitWord(first));
		}
	}

	private void limit(Requirement requirement, Argument argument, Takes takes, @Nullable Datum datum) {
		Parameter parameter = parameter(requirement, argument).orElse(null);
		boolean unitUnread = datum != null && datum.type().isNumber() && datum.unit() == null;
		if (parameter == null || datum == null && takes != Takes.STEPS || unitUnread) {
			return;
		}
		List<Unit> allowed = switch (takes) {
			case LIMIT -> (datum == null || datum.unit() == null) ? List.of() : List.of(datum.unit());
			case TOLERANCE -> tolerance(datum);
			case PERCENT -> List.of(Unit.PERCENT);
			case DATE_LIMIT -> List.of(Unit.DATE);
			case AGE -> List.of(Unit.DAYS, Unit.WEEKS, Unit.MONTHS, Unit.YEARS);
			case ITEMS -> List.of(Unit.LIST);
			case PERIODS -> List.of(Unit.PERIODS);
			case DEVIATIONS -> List.of(Unit.STANDARD_DEVIATIONS);
			case CENTRES -> List.of(Unit.CENTRES);
			default -> List.of(Unit.STEPS);
		};
		if (!allowed.contains(parameter.unit())) {
			at(argument).say("wrong-unit-parameter", parameter.unit().word(), words(allowed));
		}
		else if (takes == Takes.ITEMS && datum != null) {
			parameter.values().values().forEach((value) -> items(argument, value.value(), datum));
		}
	}

	private void items(Argument argument, Object value, Datum datum) {
		for (Object item : (List<?>) value) {
			item(new Argument(String.valueOf(item), argument.position()), datum);
		}
	}

	private static List<Unit> tolerance(@Nullable Datum datum) {
		if (datum == null || datum.unit() == null) {
			return List.of();
		}
		return (datum.unit() == Unit.PERCENT) ? List.of(Unit.PERCENTAGE_POINTS) : List.of(datum.unit(), Unit.PERCENT);
	}

	private Optional<Parameter> parameter(Requirement requirement, Argument name) {
		Parameter parameter = requirement.parameters().get(name.text());
		if (parameter == null && !this.unread.mayDefine(requirement.id() + "." + name.text())) {
			at(name).allowedNames(requirement.parameters().keySet()).say("unknown-parameter", requirement.id());
		}
		return Optional.ofNullable(parameter);
	}

	private Optional<Datum> datum(Argument argument, Takes takes) {
		Optional<Datum> datum = this.edition.datum(argument.text());
		if (datum.isEmpty() && this.unread.mayDefine(argument.text())) {
			return datum;
		}
		if (datum.isEmpty()) {
			Map<String, Element> elements = this.edition.elements();
			List<String> names = new java.util.ArrayList<>(elements.keySet());
			names.addAll(this.edition.derived().keySet());
			at(argument).allowedNames(names).say("unknown-element");
			return datum;
		}
		ElementType type = datum.get().type();
		boolean fits = switch (takes) {
			case NUMBER, PART, WHOLE -> type.isNumber();
			case BOOLEAN -> type == ElementType.BOOLEAN;
			case DATE -> type == ElementType.DATE;
			case LIST -> type == ElementType.LIST;
			case CHOICE -> type == ElementType.CHOICE;
			case TEXT -> type == ElementType.TEXT;
			case COMPARABLE -> type.isNumber() || type == ElementType.DATE || type == ElementType.TIME;
			case VIEW -> type == ElementType.CHOICE
					&& datum.get().choices().keySet().equals(java.util.Set.of("green", "yellow", "red"));
			default -> true;
		};
		if (!fits) {
			at(argument).say("wrong-type", type.word(), takes.name().toLowerCase(java.util.Locale.ROOT));
			return Optional.empty();
		}
		return datum;
	}

	private void word(Argument argument, Word[] words) {
		Collection<String> known = Arrays.stream(words).map(Word::word).toList();
		if (!known.contains(argument.text())) {
			at(argument).allowedNames(known).say("unknown-word");
		}
	}

	private static String unitWord(Datum datum) {
		Unit unit = datum.unit();
		return (unit == null) ? datum.type().word() : unit.word();
	}

	private static String words(List<Unit> units) {
		return units.stream().map(Unit::word).collect(Collectors.joining(", "));
	}

	private Problems.At at(Argument argument) {
		return this.problems.at(this.rule.file(), argument.position(), this.rule.name()).found(argument.text());
	}

}
