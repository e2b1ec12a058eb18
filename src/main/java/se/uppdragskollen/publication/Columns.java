package se.uppdragskollen.publication;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Chapter;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Derived;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.ElementType;
import se.uppdragskollen.assignment.FormulaNames;
import se.uppdragskollen.assignment.Measure;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.assignment.Unit;
import se.uppdragskollen.language.Bilingual;

/**
 * The figures of an edition that residents may see for a kind of period: public data that
 * name no persons, and beside a public part of a public whole its share.
 */
final class Columns {

	/** The end of a share's id; no datum has a hyphen in its id. */
	static final String SHARE = "-share";

	private final Edition edition;

	private final PeriodKind kind;

	private final FigureWords words;

	private final Map<String, Set<String>> madeOf = new HashMap<>();

	/** What residents could work out themselves: all that it is made of is shown too. */
	private final List<Derived> plain = new ArrayList<>();

	private Columns(Edition edition, Period period) {
		this.edition = edition;
		this.kind = period.kind();
		this.words = new FigureWords(edition, period.to());
	}

	/** The figures of a period, in the order of the edition. */
	static List<Column> of(Edition edition, Period period) {
		Columns columns = new Columns(edition, period);
		edition.derived().values().stream().filter(columns::isPlain).forEach(columns.plain::add);
		List<Column> all = new ArrayList<>();
		List<Datum> data = new ArrayList<>(edition.elements().values());
		data.addAll(edition.derived().values());
		for (Datum datum : data) {
			columns.add(datum, all);
		}
		all.sort(Comparator.comparing((column) -> column.figure().place()));
		return all;
	}

	/** Whether an edition has any for a kind of period. */
	static boolean any(Edition edition, PeriodKind kind) {
		Columns columns = new Columns(edition, Period.of(kind, edition.to().getYear(), 1));
		return edition.elements().values().stream().anyMatch(columns::shown)
				|| edition.derived().values().stream().anyMatch(columns::shown);
	}

	/** The count that each count is a part of; a circle, which means nothing, is cut. */
	static Map<String, String> wholes(Edition edition) {
		Map<String, String> wholes = new HashMap<>();
		for (Element element : edition.elements().values()) {
			String whole = element.partOf();
			String above = whole;
			while (above != null && !above.equals(element.id())) {
				above = wholes.get(above);
			}
			if (whole != null && above == null) {
				wholes.put(element.id(), whole);
			}
		}
		return wholes;
	}

	/** The elements that count people. */
	static Set<String> counts(Edition edition) {
		Set<String> counts = new TreeSet<>();
		edition.elements().values().stream().filter(Columns::counts).map(Element::id).forEach(counts::add);
		return counts;
	}

	private static boolean counts(Element element) {
		return element.type() == ElementType.INTEGER && element.unit() != null && element.unit().countsPeople();
	}

	private boolean shown(Datum datum) {
		if (!datum.isPublic()) {
			return false;
		}
		Set<String> elements = elements(datum);
		return !elements.isEmpty()
				&& elements.stream().map(this.edition.elements()::get).noneMatch((one) -> one == null || one.personal())
				&& kindOf(datum, elements) == this.kind;
	}

	/**
	 * An element's own; of what is computed the shortest for which a requirement tests
	 * it, else the shortest of what it is made of.
	 */
	private PeriodKind kindOf(Datum datum, Set<String> elements) {
		Comparator<PeriodKind> shortest = Comparator.comparing(PeriodKind::months);
		Stream<PeriodKind> tested = (datum instanceof Derived) ? requirements(named(datum)).map(Requirement::period)
				: Stream.empty();
		return tested.min(shortest)
			.orElseGet(() -> elements.stream()
				.map((id) -> Objects.requireNonNull(this.edition.elements().get(id)).period())
				.min(shortest)
				.orElseThrow());
	}

	private void add(Datum datum, List<Column> all) {
		if (!shown(datum)) {
			return;
		}
		Set<String> elements = elements(datum);
		all.add(column(datum, figure(datum, elements), null, elements));
		Element whole = (datum instanceof Element part && part.partOf() != null)
				? this.edition.elements().get(part.partOf()) : null;
		if (datum instanceof Element part && whole != null && whole.isPublic() && part.type() == ElementType.INTEGER) {
			Set<String> both = new LinkedHashSet<>(List.of(part.id(), whole.id()));
			Figure share = new Figure(part.id() + SHARE, place(part) + 1, ElementType.DECIMAL.word(),
					Unit.PERCENT.word(), this.kind.word(), months(part), Measure.shareLabel(part, whole), chapter(part),
					this.words.share(part, whole), Map.of(), demands(Set.of(part.id())));
			all.add(column(part, share, whole.id(), both));
		}
	}

	private Column column(Datum datum, Figure figure, @Nullable String whole, Set<String> elements) {
		Set<String> counts = new TreeSet<>();
		for (String id : elements) {
			Element element = Objects.requireNonNull(this.edition.elements().get(id));
			if (counts(element)) {
				counts.add(id);
			}
			else if (!element.selfReported()) {
				counts.addAll(answers(element));
			}
		}
		Set<String> carried = new TreeSet<>(counts);
		carried.removeIf((id) -> Objects.requireNonNull(this.edition.elements().get(id)).period() == this.kind);
		return new Column(figure, datum.id(), whole, elements, counts, carried, testing(datum, elements));
	}

	/**
	 * The requirements that test a datum or anything that it is made of: made of what is
	 * doubted, it is doubted too, and would tell it.
	 */
	private Set<String> testing(Datum datum, Set<String> elements) {
		Set<String> data = new LinkedHashSet<>(madeOf(datum));
		data.addAll(named(datum));
		data.addAll(elements);
		this.plain.stream()
			.filter((one) -> !Collections.disjoint(madeOf(one), elements))
			.forEach((one) -> data.addAll(madeOf(one)));
		Set<String> testing = new TreeSet<>();
		requirements(data).forEach((one) -> testing.add(one.id()));
		return testing;
	}

	private boolean isPlain(Derived derived) {
		return shown(derived) && elements(derived).stream()
			.map(this.edition.elements()::get)
			.allMatch((one) -> one != null && one.period() == this.kind && shown(one));
	}

	/**
	 * What a register's other figures rest on: the answers that it counts beside them.
	 */
	private Set<String> answers(Element element) {
		Set<String> answers = new TreeSet<>();
		for (Element one : this.edition.elements().values()) {
			if (one.from().equals(element.from()) && one.period() == element.period() && one.unit() == Unit.ANSWERS) {
				answers.add(one.id());
			}
		}
		return answers;
	}

	private Figure figure(Datum datum, Set<String> elements) {
		Unit unit = datum.unit();
		return new Figure(datum.id(), place(datum), datum.type().word(), (unit == null) ? null : unit.word(),
				this.kind.word(), months(datum), label(datum), chapter(datum), this.words.how(datum, elements),
				new LinkedHashMap<>(datum.choices()), demands(named(datum)));
	}

	/** Residents do not see the form, where a part stands below its whole. */
	private Bilingual label(Datum datum) {
		Element whole = (datum instanceof Element part && part.partOf() != null)
				? this.edition.elements().get(part.partOf()) : null;
		return (whole == null) ? datum.label() : Measure.partLabel(datum, whole);
	}

	/** As long as the edition lets it be read. */
	private int months(Datum datum) {
		return (datum instanceof Element element) ? (int) element.validity().toTotalMonths() : this.kind.months();
	}

	/** What obligations name when they speak of a datum: the datum, or what makes it. */
	private Set<String> named(Datum datum) {
		Set<String> named = new LinkedHashSet<>(Set.of(datum.id()));
		if (datum instanceof Derived derived) {
			Set<String> made = FormulaNames.of(this.edition, derived.formula()).data();
			Set<String> parts = new LinkedHashSet<>();
			made.stream()
				.map(this.edition.elements()::get)
				.filter((one) -> one != null && one.partOf() != null && made.contains(one.partOf()))
				.forEach((one) -> parts.add(one.id()));
			named.addAll(parts);
		}
		return named;
	}

	/** What is demanded of these data. */
	private List<Figure.Demand> demands(Set<String> data) {
		return requirements(data).map((one) -> this.words.demand(one, data)).toList();
	}

	/** The requirements whose obligations name these data. */
	private Stream<Requirement> requirements(Set<String> data) {
		return this.edition.requirements()
			.values()
			.stream()
			.filter((one) -> this.edition.rulesOf(one.id())
				.stream()
				.flatMap((rule) -> rule.statements().stream())
				.anyMatch((statement) -> FigureWords.names(statement, data) != null));
	}

	/** The elements that a datum is made of, itself when it is one. */
	private Set<String> elements(Datum datum) {
		Set<String> all = new LinkedHashSet<>(madeOf(datum));
		all.removeAll(this.edition.derived().keySet());
		return all;
	}

	/** The datum and all that it is made of. */
	private Set<String> madeOf(Datum datum) {
		Set<String> known = this.madeOf.get(datum.id());
		if (known != null) {
			return known;
		}
		Set<String> all = new LinkedHashSet<>();
		Deque<String> toVisit = new ArrayDeque<>(List.of(datum.id()));
		while (!toVisit.isEmpty()) {
			String id = toVisit.pop();
			Derived derived = this.edition.derived().get(id);
			if (all.add(id) && derived != null) {
				toVisit.addAll(FormulaNames.of(this.edition, derived.formula()).data());
			}
		}
		this.madeOf.put(datum.id(), all);
		return all;
	}

	private Bilingual chapter(Datum datum) {
		return this.edition.chapters()
			.stream()
			.filter((one) -> one.id().equals(datum.chapter()))
			.findFirst()
			.map(Chapter::title)
			.orElseThrow();
	}

	/** Chapter by chapter, elements before what is derived. */
	private int place(Datum datum) {
		int chapter = 0;
		while (!this.edition.chapters().get(chapter).id().equals(datum.chapter())) {
			chapter++;
		}
		List<String> ids = new ArrayList<>(this.edition.elements().keySet());
		ids.addAll(this.edition.derived().keySet());
		int number = ids.indexOf(datum.id());
		return chapter * 10_000 + number * 2;
	}

}
