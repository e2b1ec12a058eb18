package se.uppdragskollen.assignment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Days;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.rule.Argument;
import se.uppdragskollen.rule.Condition;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.ScopeWord;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.rule.Takes;

/**
 * Reads rules aloud, with their limits as they are on a day: "When ”Listed persons” is
 * more than 4,000 listed persons: ”Open, hours a week” must be at least 45 hours a week."
 */
public final class RuleSentences {

	private final Edition edition;

	private final LocalDate day;

	/**
	 * Sentences for an edition's rules.
	 * @param day the day whose limits are told
	 */
	public RuleSentences(Edition edition, LocalDate day) {
		this.edition = edition;
		this.day = day;
	}

	/** The rule as one sentence. */
	public Bilingual of(Rule rule) {
		Bilingual says = join("; ", rule.statements().stream().map(this::of).toList());
		return sentence((rule.scope() == null) ? says : Messages.both("reads.rule", of(rule.scope(), false), says));
	}

	/** What a statement says, as part of a sentence. */
	public Bilingual of(Statement statement) {
		if (statement instanceof Statement.NotApplicable notApplicable) {
			Requirement requirement = this.edition.requirements().get(notApplicable.requirement().text());
			Bilingual reason = (requirement == null) ? null : requirement.reasons().get(notApplicable.reason().text());
			return Messages.both("reads.not-applicable",
					(reason == null) ? notApplicable.reason().text() : withoutPoint(reason));
		}
		if (statement instanceof Statement.Credit credit) {
			return Messages.both("reads." + credit.word().name().toLowerCase(Locale.ROOT), label(credit.element()));
		}
		Statement.Obligation obligation = (Statement.Obligation) statement;
		Bilingual said = obligation(obligation);
		return (obligation.severity() == null) ? said
				: Messages.both("reads.severity", said, Messages.both("severity." + obligation.severity().text()));
	}

	private Bilingual obligation(Statement.Obligation obligation) {
		List<Takes> takes = obligation.word().takes();
		Datum first = takes.get(0).element() ? this.edition.datum(obligation.arguments().get(0).text()).orElse(null)
				: null;
		List<Object> holes = new ArrayList<>();
		holes.add(Messages.both(obligation.must() ? "reads.must" : "reads.should"));
		for (int i = 0; i < obligation.arguments().size(); i++) {
			Argument argument = obligation.arguments().get(i);
			holes.add(said(obligation, takes.get(i), argument, first));
		}
		boolean inTime = first != null && (first.type() == ElementType.DATE || first.type() == ElementType.TIME);
		boolean bare = obligation.arguments().size() < takes.size();
		String key = "reads." + obligation.word().written();
		String special = key + (bare ? ".exactly" : ".time");
		return Messages.both((bare || inTime) && Messages.has(special) ? special : key, holes.toArray());
	}

	private Object said(Statement.Obligation obligation, Takes takes, Argument argument, @Nullable Datum first) {
		if (takes.element()) {
			return label(argument);
		}
		if (takes.parameter()) {
			return limit(obligation.requirement().text(), argument.text(), first);
		}
		return (takes == Takes.COUNTERPART) ? Messages.both("counterpart." + argument.text())
				: this.edition.registerName(argument.text());
	}

	private Bilingual of(Condition condition, boolean inner) {
		if (condition instanceof Condition.All all) {
			return joined(all.conditions(), "reads.and", inner);
		}
		if (condition instanceof Condition.Any any) {
			return joined(any.conditions(), "reads.or", inner);
		}
		if (condition instanceof Condition.Compare compare) {
			return Messages.both("reads.scope." + compare.comparison().name().toLowerCase(Locale.ROOT),
					operand(compare.left()), operand(compare.right()));
		}
		Condition.Ask ask = (Condition.Ask) condition;
		String key = "reads.scope." + ask.word().written();
		Argument subject = ask.arguments().get(0);
		if (ask.word() == ScopeWord.PHASE) {
			return Messages.both(key, phase(subject.text(), ask.arguments().get(1).text()));
		}
		if (ask.arguments().size() == 1) {
			return Messages.both(key, label(subject));
		}
		return Messages.both(key, label(subject),
				value(ask.arguments().get(1).text(), null, this.edition.datum(subject.text()).orElse(null)));
	}

	/** What people call a requirement's phase. */
	private Bilingual phase(String requirement, String word) {
		Requirement owner = this.edition.requirements().get(requirement);
		return (owner == null) ? Bilingual.same(word) : owner.phases().getOrDefault(word, Bilingual.same(word));
	}

	private Bilingual joined(List<Condition> conditions, String key, boolean inner) {
		Bilingual word = Messages.both(key);
		List<Bilingual> parts = conditions.stream().map((one) -> of(one, true)).toList();
		Bilingual all = new Bilingual(
				parts.stream().map(Bilingual::sv).collect(Collectors.joining(" " + word.sv() + " ")),
				parts.stream().map(Bilingual::en).collect(Collectors.joining(" " + word.en() + " ")));
		return inner ? new Bilingual("(" + all.sv() + ")", "(" + all.en() + ")") : all;
	}

	private Object operand(Condition.Operand operand) {
		if (operand instanceof Condition.NumberOf number) {
			return label(number.element());
		}
		Condition.ParameterOf parameter = (Condition.ParameterOf) operand;
		return limit(parameter.requirement().text(), parameter.name().text(), null);
	}

	private Bilingual label(Argument element) {
		return quoted(this.edition.datum(element.text()).map(Datum::label).orElse(Bilingual.same(element.text())));
	}

	private Bilingual limit(String requirement, String name, @Nullable Datum datum) {
		Optional<Parameter> parameter = this.edition.parameter(requirement, name);
		return parameter.flatMap((one) -> one.on(this.day))
			.map((value) -> value(value.value(), parameter.get().unit(), datum))
			.orElse(Bilingual.same(name));
	}

	/** A value with its unit, choices by their names. */
	static Bilingual value(Object value, @Nullable Unit unit, @Nullable Datum datum) {
		if (value instanceof BigDecimal figure) {
			return (unit == null) ? Messages.both("reads.plain", figure) : unit.figure(figure);
		}
		if (value instanceof LocalDate day) {
			return Days.both(day);
		}
		if (value instanceof List<?> items) {
			return join(", ", items.stream().map((item) -> value(item, unit, datum)).toList());
		}
		Bilingual choice = (datum == null) ? null : datum.choices().get(String.valueOf(value));
		return (choice == null) ? Bilingual.same(String.valueOf(value)) : quoted(choice);
	}

	static Bilingual quoted(Bilingual text) {
		return Messages.both("reads.quoted", text);
	}

	static Bilingual join(String between, List<Bilingual> parts) {
		return new Bilingual(parts.stream().map(Bilingual::sv).collect(Collectors.joining(between)),
				parts.stream().map(Bilingual::en).collect(Collectors.joining(between)));
	}

	private static Bilingual withoutPoint(Bilingual text) {
		return new Bilingual(text.sv().replaceFirst("\\.$", ""), text.en().replaceFirst("\\.$", ""));
	}

	/** Begins with a capital and ends with a point. */
	private static Bilingual sentence(Bilingual said) {
		return new Bilingual(sentence(said.sv(), Language.SV), sentence(said.en(), Language.EN));
	}

	private static String sentence(String said, Language language) {
		return said.substring(0, 1).toUpperCase(language.locale()) + said.substring(1) + ".";
	}

}
