package se.uppdragskollen.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.JsonTree;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Language;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.rule.Takes;

/**
 * Reads what a register says of a unit: from a report, from a tree or a list's row of its
 * own, or from where it was kept. Everywhere the same is checked: source and element are
 * the edition's, the value can be true, the day is not in the future.
 */
public final class RegisterValueReader {

	static final String[] KEYS = { "source", "element", "value", "as_of" };

	private final Edition edition;

	private final LocalDate today;

	private final boolean strict;

	private final Predicate<String> elsewhere;

	/**
	 * A reader of what is entered for itself, not inside a report: the element must be
	 * one that the edition reads from that source.
	 * @param edition the one in force on the period's last day
	 * @param today the day it is, after which nothing can have happened
	 */
	public RegisterValueReader(Edition edition, LocalDate today) {
		this(edition, today, true, (element) -> false);
	}

	/**
	 * A reader.
	 * @param strict whether the edition must read the element from that source
	 * @param elsewhere whether an element that this edition lacks is known, and to be
	 * left alone
	 */
	RegisterValueReader(Edition edition, LocalDate today, boolean strict, Predicate<String> elsewhere) {
		this.edition = edition;
		this.today = today;
		this.strict = strict;
		this.elsewhere = elsewhere;
	}

	/**
	 * The value in a tree with the keys of the report format, or nothing with problems.
	 */
	public Optional<RegisterValue> read(String file, Node tree, Problems problems) {
		int before = problems.size();
		Optional<RegisterValue> value = read(Fields.of(file, "", tree, problems, KEYS),
				new ValueReader(file, problems, this.today, true));
		return value.filter((one) -> problems.size() == before);
	}

	/**
	 * A value as it was kept, or nothing when it does not fit this edition.
	 * @param json the value
	 */
	public Optional<RegisterValue> kept(String source, String element, String json, LocalDate asOf, Problems problems) {
		Datum datum = this.edition.datum(element).orElse(null);
		if (datum == null || !this.edition.knowsRegister(source)) {
			problems.at("", Position.NOWHERE, element).say((datum == null) ? "unknown-element" : "register-not-known");
			return Optional.empty();
		}
		return JsonTree.read("", json, 1, problems)
			.map((node) -> new ValueReader("", problems, LocalDate.MAX, true).read(datum, node, element))
			.map((value) -> new RegisterValue(source, element, value, asOf));
	}

	Optional<RegisterValue> read(Fields one, ValueReader values) {
		String source = one.text("source", "[a-z0-9][a-z0-9-]*", "source-name");
		String name = one.text("element");
		if (source != null && !this.edition.knowsRegister(source)) {
			Problems.At problem = one.problem("source").allowedNames(this.edition.registers().keySet());
			if (!this.edition.registers().isEmpty()) {
				problem.allowed(new Bilingual(registers(Language.SV), registers(Language.EN)));
			}
			problem.say("register-not-known");
		}
		LocalDate asOf = one.date("as_of");
		Node node = one.required("value");
		if (asOf != null && asOf.isAfter(this.today)) {
			one.problem("as_of").say("date-in-future", this.today);
		}
		Datum datum = (name == null) ? null : known(one, name);
		if (datum != null && source != null && this.strict) {
			checkSource(one, datum, source);
		}
		Object value = (datum == null || node == null) ? null : values.read(datum, node, one.pathOf("value"));
		return (source != null && name != null && asOf != null && value != null)
				? Optional.of(new RegisterValue(source, name, value, asOf)) : Optional.empty();
	}

	/** Ids, with names. */
	private String registers(Language language) {
		return this.edition.registers()
			.entrySet()
			.stream()
			.map((one) -> one.getKey() + " (" + one.getValue().in(language) + ")")
			.sorted()
			.collect(Collectors.joining(", "));
	}

	private @Nullable Datum known(Fields one, String name) {
		Optional<Datum> datum = this.edition.datum(name);
		if (datum.isEmpty() && !this.elsewhere.test(name)) {
			one.problem("element").allowedNames(this.edition.elements().keySet()).say("unknown-element");
		}
		return datum.orElse(null);
	}

	private void checkSource(Fields one, Datum datum, String source) {
		Set<String> sources = sources(datum);
		if (!sources.contains(source) && this.edition.knowsRegister(source)) {
			Problems.At problem = one.problem("source");
			if (sources.isEmpty()) {
				problem.say("element-of-no-register", datum.id());
			}
			else {
				problem.allowedNames(sources).say("element-of-other-register", datum.id());
			}
		}
	}

	/** The register that knows the element, and those that rules hold it against. */
	private Set<String> sources(Datum datum) {
		Set<String> sources = new TreeSet<>();
		if (datum instanceof Element element && !element.selfReported()) {
			sources.add(element.from());
		}
		for (Rule rule : this.edition.rules()) {
			for (Statement statement : rule.statements()) {
				if (statement instanceof Statement.Obligation obligation) {
					int at = obligation.word().takes().indexOf(Takes.SOURCE);
					if (at >= 0 && obligation.arguments().get(0).text().equals(datum.id())) {
						sources.add(obligation.arguments().get(at).text());
					}
				}
			}
		}
		return sources;
	}

}
