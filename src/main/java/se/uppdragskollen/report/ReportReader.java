package se.uppdragskollen.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problems;

/**
 * Reads reports from documents' trees and checks them at the door. A report with any
 * problem is not taken at all.
 */
public final class ReportReader {

	private static final String[] KEYS = { "unit", "assignment", "edition", "period", "handed_in", "values",
			"not_applicable", "suppressed", "registers", "signals", "exemptions", "history", "peers" };

	private final ReportEditions editions;

	private final LocalDate today;

	private final boolean door;

	private final Map<Edition, Set<Parts.Part>> parts = new IdentityHashMap<>();

	/**
	 * A reader.
	 * @param today the day it is, after which nothing can have happened
	 */
	public ReportReader(ReportEditions editions, LocalDate today) {
		this(editions, today, true);
	}

	private ReportReader(ReportEditions editions, LocalDate today, boolean door) {
		this.editions = editions;
		this.today = today;
		this.door = door;
	}

	/**
	 * A reader that understands values but lets pass what cannot be true: for cases that
	 * show what the engine makes of it.
	 */
	public static ReportReader withoutDoor(ReportEditions editions) {
		return new ReportReader(editions, LocalDate.MAX, false);
	}

	/** The report in a tree, or nothing when it has problems. */
	public Optional<Report> read(String file, Node tree, Problems problems) {
		Problems own = new Problems();
		Fields fields = Fields.of(file, "", tree, own, KEYS);
		Report report = (tree instanceof Node.Mapping) ? new Reading(file, fields, own).read() : null;
		problems.addAll(own.all());
		return own.isEmpty() ? Optional.ofNullable(report) : Optional.empty();
	}

	/** The reading of one report. */
	private final class Reading {

		private final String file;

		private final Fields fields;

		private final Problems problems;

		private final ValueReader valueReader;

		Reading(String file, Fields fields, Problems problems) {
			this.file = file;
			this.fields = fields;
			this.problems = problems;
			this.valueReader = new ValueReader(file, problems, ReportReader.this.today, ReportReader.this.door);
		}

		@Nullable Report read() {
			String unit = unit();
			Period period = period();
			String assignment = this.fields.has("assignment") ? this.fields.text("assignment")
					: ReportReader.this.editions.assignment();
			if (assignment != null && !assignment.equals(ReportReader.this.editions.assignment())) {
				this.fields.problem("assignment")
					.allowed(ReportReader.this.editions.assignment())
					.say("other-assignment");
				return null;
			}
			if (unit == null || period == null || assignment == null) {
				return null;
			}
			Edition edition = edition(period);
			if (edition == null) {
				return null;
			}
			LocalDate handedIn = handedIn(period);
			Map<String, Object> values = values(edition, period);
			Map<String, String> notApplicable = notApplicable(edition, period, values);
			Set<String> suppressed = suppressed(edition, period, values, notApplicable);
			if (ReportReader.this.door) {
				parts(edition, values);
			}
			return new Report(unit, assignment, period, handedIn, values, notApplicable, suppressed,
					registers(edition, period), signals(edition), exemptions(edition), history(edition, period),
					peers(edition, period));
		}

		private @Nullable String unit() {
			String unit = this.fields.text("unit");
			if (unit == null) {
				return null;
			}
			if (unit.startsWith("SE") && !Identifiers.isHsaId(unit)) {
				this.fields.problem("unit").say("hsa-id-expected");
				return null;
			}
			if (!unit.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
				this.fields.problem("unit").say("unit-id-expected");
				return null;
			}
			return unit;
		}

		private @Nullable Period period() {
			String written = this.fields.text("period");
			Optional<Period> period = Optional.ofNullable(written).flatMap(Period::parse);
			if (written != null && period.isEmpty()) {
				this.fields.problem("period").say("period-expected");
			}
			if (period.isPresent() && period.get().from().isAfter(ReportReader.this.today)) {
				this.fields.problem("period").say("period-in-future", ReportReader.this.today);
				return null;
			}
			return period.orElse(null);
		}

		private @Nullable Edition edition(Period period) {
			int before = this.problems.size();
			Optional<Edition> edition = ReportReader.this.editions.edition(period, this.problems);
			if (edition.isEmpty()) {
				if (this.problems.size() == before) {
					this.fields.problem("period").say("no-edition-in-force", period, period.to());
				}
				return null;
			}
			String named = this.fields.optionalText("edition");
			if (named != null && !named.equals(edition.get().id())) {
				this.fields.problem("edition").allowed(edition.get().id()).say("other-edition", period.to());
				return null;
			}
			return edition.get();
		}

		private @Nullable LocalDate handedIn(Period period) {
			LocalDate handedIn = this.fields.optionalDate("handed_in");
			if (handedIn != null && handedIn.isAfter(ReportReader.this.today)) {
				this.fields.problem("handed_in").say("date-in-future", ReportReader.this.today);
			}
			return handedIn;
		}

		/**
		 * The datum of this name, or null when there is none or the edition does not ask
		 * for it.
		 */
		private @Nullable Datum datum(Edition edition, Period period, Fields inner, String name, boolean derivedToo) {
			Optional<Datum> datum = edition.datum(name);
			if (datum.isPresent() && (derivedToo || datum.get() instanceof Element)) {
				return datum.get();
			}
			if (datum.isPresent()) {
				this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
					.found(name)
					.say("derived-reported");
			}
			else if (name.matches("\\d+")) {
				this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
					.found(name)
					.say("decimal-comma");
			}
			else if (!ReportReader.this.editions.knownElsewhere(name, period)) {
				this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
					.found(name)
					.allowedNames(edition.elements().keySet())
					.say("unknown-element");
			}
			return null;
		}

		private Fields inner(String key) {
			Node node = this.fields.node(key);
			return Fields.open(this.file, key,
					(node != null) ? node : new Node.Mapping(this.fields.position(), Map.of()), this.problems);
		}

		private Map<String, Object> values(Edition edition, Period period) {
			Map<String, Object> values = new HashMap<>();
			Fields inner = inner("values");
			for (String name : inner.names()) {
				Datum datum = datum(edition, period, inner, name, false);
				Node node = inner.node(name);
				if (datum instanceof Element element && !element.selfReported()) {
					this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
						.found(name)
						.say("not-self-reported", edition.registerName(element.from()));
				}
				else if (datum != null && node == null) {
					inner.problem(name).say("value-null");
				}
				else if (datum != null && node != null) {
					Object value = this.valueReader.read(datum, node, inner.pathOf(name));
					if (value != null) {
						values.put(name, value);
					}
				}
			}
			return values;
		}

		private Map<String, String> notApplicable(Edition edition, Period period, Map<String, Object> values) {
			Map<String, String> reasons = new HashMap<>();
			Fields inner = inner("not_applicable");
			for (String name : inner.names()) {
				Datum datum = datum(edition, period, inner, name, false);
				String reason = inner.text(name);
				if (ReportReader.this.door && datum instanceof Element element && !element.mayBeNotApplicable()) {
					this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
						.found(name)
						.say("must-be-answered");
				}
				else if (values.containsKey(name)) {
					this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
						.found(name)
						.say("value-and-not-applicable");
				}
				else if (datum != null && reason != null) {
					reasons.put(name, reason.strip());
				}
			}
			return reasons;
		}

		private Set<String> suppressed(Edition edition, Period period, Map<String, Object> values,
				Map<String, String> notApplicable) {
			Set<String> suppressed = new LinkedHashSet<>();
			for (String name : this.fields.texts("suppressed")) {
				if (edition.datum(name).isEmpty()) {
					if (!ReportReader.this.editions.knownElsewhere(name, period)) {
						this.problems.at(this.file, this.fields.positionOf("suppressed"), "suppressed")
							.found(name)
							.allowedNames(edition.elements().keySet())
							.say("unknown-element");
					}
				}
				else if (values.containsKey(name) || notApplicable.containsKey(name)) {
					this.problems.at(this.file, this.fields.positionOf("suppressed"), "suppressed")
						.found(name)
						.say("value-and-suppressed");
				}
				else {
					suppressed.add(name);
				}
			}
			return suppressed;
		}

		private void parts(Edition edition, Map<String, Object> values) {
			for (Parts.Part pair : ReportReader.this.parts.computeIfAbsent(edition, Parts::of)) {
				if (values.get(pair.part()) instanceof BigDecimal part
						&& values.get(pair.whole()) instanceof BigDecimal whole && part.compareTo(whole) > 0) {
					Fields inner = inner("values");
					inner.problem(pair.part()).say("part-above-whole", pair.whole(), whole);
				}
			}
		}

		private List<RegisterValue> registers(Edition edition, Period period) {
			List<RegisterValue> registers = new ArrayList<>();
			int i = 0;
			for (Node item : this.fields.items("registers")) {
				Fields one = Fields.of(this.file, "registers[" + i++ + "]", item, this.problems, "source", "element",
						"value", "as_of");
				String source = one.text("source", "[a-z0-9][a-z0-9-]*", "source-name");
				String name = one.text("element");
				if (source != null && !edition.knowsRegister(source)) {
					one.problem("source").allowedNames(edition.registers().keySet()).say("unknown-register");
				}
				LocalDate asOf = one.date("as_of");
				Node node = one.required("value");
				if (asOf != null && asOf.isAfter(ReportReader.this.today)) {
					one.problem("as_of").say("date-in-future", ReportReader.this.today);
				}
				Datum datum = (name == null) ? null : known(edition, period, one, "element", name);
				Object value = (datum == null || node == null) ? null
						: this.valueReader.read(datum, node, one.pathOf("value"));
				if (source != null && name != null && asOf != null && value != null) {
					registers.add(new RegisterValue(source, name, value, asOf));
				}
			}
			return registers;
		}

		private @Nullable Datum known(Edition edition, Period period, Fields one, String key, String name) {
			Optional<Datum> datum = edition.datum(name);
			if (datum.isEmpty() && !ReportReader.this.editions.knownElsewhere(name, period)) {
				one.problem(key).allowedNames(edition.elements().keySet()).say("unknown-element");
			}
			return datum.orElse(null);
		}

		private List<Signal> signals(Edition edition) {
			List<Signal> signals = new ArrayList<>();
			int i = 0;
			for (Node item : this.fields.items("signals")) {
				Fields one = Fields.of(this.file, "signals[" + i++ + "]", item, this.problems, "from", "flag",
						"requirement", "text", "date");
				Counterpart from = one.word("from", Counterpart.class);
				Flag flag = one.word("flag", Flag.class);
				String requirement = one.optionalText("requirement");
				String text = one.optionalText("text");
				LocalDate date = one.date("date");
				requirement(edition, one, requirement);
				if (date != null && date.isAfter(ReportReader.this.today)) {
					one.problem("date").say("date-in-future", ReportReader.this.today);
				}
				if (from != null && flag != null && date != null) {
					signals.add(new Signal(from, flag, requirement, text, date));
				}
			}
			return signals;
		}

		private void requirement(Edition edition, Fields one, @Nullable String requirement) {
			if (requirement != null && !edition.requirements().containsKey(requirement)) {
				one.problem("requirement").allowedNames(edition.requirements().keySet()).say("unknown-requirement");
			}
		}

		private List<Exemption> exemptions(Edition edition) {
			List<Exemption> exemptions = new ArrayList<>();
			int i = 0;
			for (Node item : this.fields.items("exemptions")) {
				Fields one = Fields.of(this.file, "exemptions[" + i++ + "]", item, this.problems, "requirement", "from",
						"to", "approver", "reason");
				String requirement = one.text("requirement");
				LocalDate from = one.date("from");
				LocalDate to = one.date("to");
				String approver = one.text("approver");
				String reason = one.text("reason");
				requirement(edition, one, requirement);
				if (from != null && to != null && to.isBefore(from)) {
					one.problem("to").say("ends-before-start", from);
				}
				else if (requirement != null && from != null && to != null && approver != null && reason != null) {
					exemptions.add(new Exemption(requirement, from, to, approver, reason));
				}
			}
			return exemptions;
		}

		private Map<String, SortedMap<Period, Object>> history(Edition edition, Period period) {
			Map<String, SortedMap<Period, Object>> history = new LinkedHashMap<>();
			Fields inner = inner("history");
			for (String name : inner.names()) {
				Datum datum = datum(edition, period, inner, name, true);
				Node node = inner.node(name);
				if (datum == null || node == null) {
					continue;
				}
				Fields dated = Fields.open(this.file, inner.pathOf(name), node, this.problems);
				SortedMap<Period, Object> values = new TreeMap<>();
				for (String written : dated.names()) {
					Optional<Period> at = Period.parse(written);
					Node entry = dated.node(written);
					if (at.isEmpty()) {
						this.problems.at(this.file, dated.keyPosition(written), dated.pathOf(written))
							.found(written)
							.say("period-expected");
					}
					else if (ReportReader.this.door
							&& (at.get().to().isAfter(period.to()) || at.get().equals(period))) {
						this.problems.at(this.file, dated.keyPosition(written), dated.pathOf(written))
							.found(written)
							.say("history-not-before", period);
					}
					else if (entry != null) {
						Object value = this.valueReader.read(datum, entry, dated.pathOf(written));
						if (value != null) {
							values.put(at.get(), value);
						}
					}
				}
				history.put(name, values);
			}
			return history;
		}

		private Map<String, Peers> peers(Edition edition, Period period) {
			Map<String, Peers> peers = new LinkedHashMap<>();
			Fields inner = inner("peers");
			for (String name : inner.names()) {
				Datum datum = datum(edition, period, inner, name, true);
				Node node = inner.node(name);
				if (datum == null || node == null) {
					continue;
				}
				Fields one = Fields.of(this.file, inner.pathOf(name), node, this.problems, "mean", "sd", "count");
				BigDecimal mean = one.number("mean");
				BigDecimal sd = one.number("sd");
				BigDecimal count = one.number("count");
				if (!datum.type().isNumber()) {
					one.problem("mean").say("peers-not-number", name);
				}
				else if (sd != null && sd.signum() < 0) {
					one.problem("sd").say("number-out-of-range");
				}
				else if (count != null && (count.signum() < 0 || count.stripTrailingZeros().scale() > 0)) {
					one.problem("count").say("whole-number-expected");
				}
				else if (mean != null && sd != null && count != null) {
					peers.put(name, new Peers(mean, sd, count.intValue()));
				}
			}
			return peers;
		}

	}

}
