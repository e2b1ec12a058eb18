package se.uppdragskollen.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Days;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.ObligationWord;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;

/**
 * Which of a requirement's limits change value, from what to what and from when. A value
 * that is only dated anew does not.
 */
final class LimitDiff {

	private final Edition before;

	private final Edition after;

	LimitDiff(Edition before, Edition after) {
		this.before = before;
		this.after = after;
	}

	List<Bilingual> between(Requirement was, Requirement is) {
		List<Bilingual> sentences = new ArrayList<>();
		for (Parameter parameter : is.parameters().values()) {
			Parameter earlier = was.parameters().get(parameter.name());
			if (earlier == null) {
				only("diff.limit-new", this.after, is, parameter, sentences);
			}
			else {
				values(is, earlier, parameter, sentences);
			}
		}
		for (Parameter parameter : was.parameters().values()) {
			if (!is.parameters().containsKey(parameter.name())) {
				only("diff.limit-gone", this.before, was, parameter, sentences);
			}
		}
		return sentences;
	}

	/** Steps that the earlier edition took and the later one no longer tells of. */
	List<Bilingual> earlier(Requirement was, Requirement is) {
		List<Bilingual> sentences = new ArrayList<>();
		for (Parameter parameter : was.parameters().values()) {
			Parameter later = is.parameters().get(parameter.name());
			List<Bilingual> now = new ArrayList<>();
			if (later != null) {
				values(is, parameter, later, now);
			}
			if (later == null || !now.isEmpty()) {
				continue;
			}
			Use use = use(this.before, was, parameter);
			Object value = null;
			for (Map.Entry<LocalDate, Parameter.Value> step : parameter.values().entrySet()) {
				Object next = step.getValue().value();
				if (value != null && !equal(value, next) && later.values().firstKey().compareTo(step.getKey()) >= 0) {
					sentences.add(Messages.both("diff.limit-earlier", use.subject, use.say(value, parameter.unit()),
							use.say(next, parameter.unit()), Days.both(step.getKey()), parameter.name()));
				}
				value = next;
			}
		}
		return sentences;
	}

	/** A limit of one edition only: rules that read it change and tell it themselves. */
	private static void only(String key, Edition edition, Requirement requirement, Parameter parameter,
			List<Bilingual> sentences) {
		Use use = use(edition, requirement, parameter);
		if (use.inFormula) {
			parameter.on(edition.to())
				.ifPresent((value) -> sentences
					.add(Messages.both(key, use.subject, use.say(value.value(), parameter.unit()), parameter.name())));
		}
	}

	/**
	 * From value to value of the later edition; while both are in force on the same days,
	 * day against day, else from the earlier one's last value on.
	 */
	private void values(Requirement is, Parameter earlier, Parameter parameter, List<Bilingual> sentences) {
		Use use = use(this.after, is, parameter);
		Object before = earlier.on(this.before.to()).map(Parameter.InForce::value).orElse(null);
		Unit unit = earlier.unit();
		for (LocalDate day : days(earlier, parameter)) {
			Object value = parameter.on(day).map(Parameter.InForce::value).orElse(null);
			Object was = day.isAfter(this.before.to()) ? before
					: earlier.on(day).map(Parameter.InForce::value).orElse(null);
			if (was != null && value != null && !(unit == parameter.unit() && equal(was, value))) {
				sentences.add(Messages.both("diff.limit", use.subject, use.say(was, unit),
						use.say(value, parameter.unit()), Days.both(day), parameter.name()));
			}
			before = value;
			unit = day.isAfter(this.before.to()) ? parameter.unit() : unit;
		}
	}

	/** The days on which a value may change while the later edition is in force. */
	private SortedSet<LocalDate> days(Parameter earlier, Parameter parameter) {
		SortedSet<LocalDate> days = new TreeSet<>(parameter.values().keySet());
		earlier.values().keySet().stream().filter((day) -> !day.isAfter(this.before.to())).forEach(days::add);
		days.add(this.after.from());
		return days.subSet(this.after.from(), this.after.to().plusDays(1));
	}

	private static boolean equal(Object value, Object other) {
		return (value instanceof java.math.BigDecimal figure && other instanceof java.math.BigDecimal number)
				? figure.compareTo(number) == 0 : value.equals(other);
	}

	/** What the limit is for: the first obligation, scope or formula that reads it. */
	static Use use(Edition edition, Requirement requirement, Parameter parameter) {
		for (Rule rule : edition.rulesOf(requirement.id())) {
			for (Statement statement : rule.statements()) {
				if (statement instanceof Statement.Obligation obligation && reads(obligation, parameter.name())) {
					String subject = obligation.arguments().get(0).text();
					return new Use(edition.datum(subject).orElse(null), label(edition, subject), obligation.word(),
							false);
				}
			}
		}
		for (Rule rule : edition.rules()) {
			String compared = (rule.scope() == null) ? null : compared(rule.scope(), parameter);
			if (compared != null) {
				return new Use(null, label(edition, compared), null, false);
			}
		}
		for (Derived derived : edition.derived().values()) {
			if (FormulaNames.of(edition, derived.formula()).parameters().containsValue(parameter)) {
				return new Use(null, label(edition, derived.id()), null, true);
			}
		}
		return new Use(null, RuleSentences.quoted(requirement.title()), null, false);
	}

	private static boolean reads(Statement.Obligation obligation, String parameter) {
		for (int i = 0; i < obligation.arguments().size(); i++) {
			if (obligation.word().takes().get(i).parameter()
					&& obligation.arguments().get(i).text().equals(parameter)) {
				return true;
			}
		}
		return false;
	}

	/** The number that a scope compares with the parameter. */
	private static @Nullable String compared(Condition condition, Parameter parameter) {
		if (condition instanceof Condition.Compare compare) {
			boolean names = java.util.stream.Stream.of(compare.left(), compare.right())
				.anyMatch((operand) -> operand instanceof Condition.ParameterOf other
						&& other.requirement().text().equals(parameter.requirement())
						&& other.name().text().equals(parameter.name()));
			return names ? compare.elements().map((one) -> one.text()).findFirst().orElse(null) : null;
		}
		List<Condition> inner = (condition instanceof Condition.All all) ? all.conditions()
				: (condition instanceof Condition.Any any) ? any.conditions() : List.of();
		return inner.stream()
			.map((one) -> compared(one, parameter))
			.filter(java.util.Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private static Bilingual label(Edition edition, String subject) {
		return edition.datum(subject)
			.map((datum) -> RuleSentences.quoted(datum.label()))
			.orElseGet(() -> Messages.has("counterpart." + subject) ? Messages.both("counterpart." + subject)
					: Bilingual.same(subject));
	}

	/**
	 * What a limit is for.
	 */
	record Use(@Nullable Datum datum, Bilingual subject, @Nullable ObligationWord word, boolean inFormula) {

		/** The value as the limit that it is: "at least 45 hours a week". */
		Bilingual say(Object value, Unit unit) {
			Bilingual said = RuleSentences.value(value, unit, this.datum);
			if (this.word == null) {
				return said;
			}
			return switch (this.word) {
				case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, SHARE_AT_LEAST, SHARE_MORE_THAN, SHARE_AT_MOST,
						SHARE_LESS_THAN, NOT_LATER_THAN, NOT_EARLIER_THAN ->
					Messages.both("demand." + this.word.written(), said);
				default -> said;
			};
		}

	}

}
