package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.FormulaNames;
import se.uppdragskollen.assignment.Measure;
import se.uppdragskollen.assignment.Parameter;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.RuleSentences;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Figures;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.language.Messages;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;

/**
 * Says in plain words how a figure is made and what the assignment demands of it.
 */
final class FigureWords {

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)?");

	private static final Pattern QUOTED = Pattern.compile("([”“])([^”“]+)(”)");

	private final Edition edition;

	private final LocalDate day;

	/**
	 * Words of an edition.
	 * @param day the day whose limits are told
	 */
	FigureWords(Edition edition, LocalDate day) {
		this.edition = edition;
		this.day = day;
	}

	/** How a share is made. */
	List<Bilingual> share(Element part, Element whole) {
		List<Bilingual> how = new ArrayList<>();
		how.add(Messages.both("published.how-share", Measure.alone(part.label()), whole.label()));
		how.add(from(part));
		help(whole, how);
		return how;
	}

	/** How a datum is made. */
	List<Bilingual> how(Datum datum, Set<String> elements) {
		List<Bilingual> how = new ArrayList<>();
		if (datum instanceof Derived derived) {
			how.add(Messages.both("published.how-computed", formula(derived)));
			for (String id : elements) {
				Element element = Objects.requireNonNull(this.edition.elements().get(id));
				how.add(Messages.both("published.made-of", Measure.alone(element.label()), from(element)));
			}
		}
		else if (datum instanceof Element element) {
			how.add(from(element));
			help(element, how);
		}
		return how;
	}

	private static void help(Element element, List<Bilingual> how) {
		if (element.help() != null && element.selfReported()) {
			how.add(Messages.both("published.told-to", element.help()));
		}
	}

	private Bilingual from(Element element) {
		Bilingual often = Messages.both("published.each-" + element.period().word());
		return element.selfReported() ? Messages.both("published.from-centre", often)
				: Messages.both("published.from-register", this.edition.registerName(element.from()), often);
	}

	private Bilingual formula(Derived derived) {
		return new Bilingual(formula(derived, Language.SV), formula(derived, Language.EN));
	}

	private String formula(Derived derived, Language language) {
		FormulaNames names = FormulaNames.of(this.edition, derived.formula());
		Matcher matcher = NAME.matcher(derived.formula());
		StringBuilder said = new StringBuilder();
		while (matcher.find()) {
			String name = matcher.group();
			Parameter parameter = names.parameters().get(name);
			String words = this.edition.datum(name)
				.map((datum) -> Messages.text(language, "published.quoted", Measure.alone(datum.label())))
				.orElseGet(() -> (parameter == null) ? name : limit(parameter, language));
			matcher.appendReplacement(said, Matcher.quoteReplacement(words));
		}
		matcher.appendTail(said);
		return said.toString().replace('*', '×').replace('/', '÷').replace(" - ", " − ");
	}

	private String limit(Parameter parameter, Language language) {
		Object value = parameter.onOrFirst(this.day).value();
		return (value instanceof BigDecimal number) ? Figures.say(number, language) : value.toString();
	}

	/** What a requirement demands of these data. */
	Figure.Demand demand(Requirement requirement, Set<String> data) {
		RuleSentences sentences = new RuleSentences(this.edition, this.day);
		List<Bilingual> limits = new ArrayList<>();
		for (Rule rule : this.edition.rulesOf(requirement.id())) {
			rule.statements()
				.stream()
				.filter((statement) -> names(statement, data) != null && !onlyWeighs(statement, rule))
				.map(FigureWords::withoutSeverity)
				.map((statement) -> alone(sentences.of(rule.withStatements(List.of(statement)))))
				.filter((sentence) -> !limits.contains(sentence))
				.forEach(limits::add);
		}
		return new Figure.Demand(requirement.id(), requirement.title(), requirement.text(), limits);
	}

	/** Parts are called as they are on the page, not as on the form. */
	private static Bilingual alone(Bilingual sentence) {
		return new Bilingual(alone(sentence.sv()), alone(sentence.en()));
	}

	private static String alone(String sentence) {
		return QUOTED.matcher(sentence)
			.replaceAll((one) -> Matcher
				.quoteReplacement(one.group(1) + Measure.alone(Bilingual.same(one.group(2))).sv() + one.group(3)));
	}

	/**
	 * Whether the same rule holds the same data against a harder limit: then this one
	 * only says how much it weighs to be further away.
	 */
	private boolean onlyWeighs(Statement statement, Rule rule) {
		return statement instanceof Statement.Obligation one && one.severity() != null
				&& rule.statements()
					.stream()
					.anyMatch((other) -> other instanceof Statement.Obligation another && harder(another, one));
	}

	private boolean harder(Statement.Obligation one, Statement.Obligation other) {
		BigDecimal limit = limit(one);
		BigDecimal otherLimit = limit(other);
		if (one.word() != other.word() || limit == null || otherLimit == null || !data(one).equals(data(other))) {
			return false;
		}
		int compared = limit.compareTo(otherLimit);
		return one.word().operator().startsWith(">") ? compared > 0
				: one.word().operator().startsWith("<") && compared < 0;
	}

	private static List<String> data(Statement.Obligation one) {
		List<String> data = new ArrayList<>();
		for (int i = 0; i < one.arguments().size(); i++) {
			if (one.word().takes().get(i).element()) {
				data.add(one.arguments().get(i).text());
			}
		}
		return data;
	}

	/** The only limit of an obligation, null when it has none or several. */
	private @Nullable BigDecimal limit(Statement.Obligation one) {
		Requirement requirement = this.edition.requirements().get(one.requirement().text());
		List<String> names = new ArrayList<>();
		for (int i = 0; i < one.arguments().size(); i++) {
			if (one.word().takes().get(i).parameter()) {
				names.add(one.arguments().get(i).text());
			}
		}
		Parameter parameter = (requirement == null || names.size() != 1) ? null
				: requirement.parameters().get(names.get(0));
		return (parameter != null && parameter.onOrFirst(this.day).value() instanceof BigDecimal number) ? number
				: null;
	}

	/** How much a deviation weighs is between the region and the centre. */
	private static Statement withoutSeverity(Statement statement) {
		return (statement instanceof Statement.Obligation one) ? new Statement.Obligation(one.position(), one.must(),
				one.requirement(), null, one.word(), one.arguments()) : statement;
	}

	/** The first of these data that an obligation names, null when it names none. */
	static @Nullable String names(Statement statement, Set<String> data) {
		if (!(statement instanceof Statement.Obligation obligation)) {
			return null;
		}
		for (int i = 0; i < obligation.arguments().size(); i++) {
			String name = obligation.arguments().get(i).text();
			if (obligation.word().takes().get(i).element() && data.contains(name)) {
				return name;
			}
		}
		return null;
	}

}
