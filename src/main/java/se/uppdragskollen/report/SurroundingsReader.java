package se.uppdragskollen.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problems;

/**
 * Reads what stands beside a unit's own values: registers, signals, exemptions, history
 * and peers.
 */
final class SurroundingsReader {

	private final String file;

	private final Fields fields;

	private final Problems problems;

	private final ReportData data;

	private final ValueReader valueReader;

	private final LocalDate today;

	private final FreeText free;

	/** Whether what cannot be true is refused. */
	private final boolean door;

	private final Edition edition;

	private final Period period;

	SurroundingsReader(Fields fields, ReportData data, ValueReader valueReader, LocalDate today, boolean door) {
		this.file = fields.file();
		this.fields = fields;
		this.problems = fields.problems();
		this.data = data;
		this.valueReader = valueReader;
		this.today = today;
		this.free = new FreeText(fields.problems(), door);
		this.door = door;
		this.edition = data.edition();
		this.period = data.period();
	}

	List<RegisterValue> registers() {
		List<RegisterValue> registers = new ArrayList<>();
		RegisterValueReader reader = new RegisterValueReader(this.edition, this.today, false,
				(name) -> this.data.editions().knownElsewhere(name, this.period));
		int i = 0;
		for (Node item : this.fields.items("registers")) {
			Fields one = Fields.of(this.file, "registers[" + i++ + "]", item, this.problems, RegisterValueReader.KEYS);
			reader.read(one, this.valueReader).ifPresent(registers::add);
		}
		return registers;
	}

	List<Signal> signals() {
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
			requirement(one, requirement);
			this.free.check(one, "text", text);
			if (date != null && date.isAfter(this.today)) {
				one.problem("date").say("date-in-future", this.today);
			}
			if (from != null && flag != null && date != null) {
				signals.add(new Signal(from, flag, requirement, text, date));
			}
		}
		return signals;
	}

	private void requirement(Fields one, @Nullable String requirement) {
		if (requirement != null && !this.edition.requirements().containsKey(requirement)) {
			one.problem("requirement").allowedNames(this.edition.requirements().keySet()).say("unknown-requirement");
		}
	}

	List<Exemption> exemptions() {
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
			requirement(one, requirement);
			this.free.check(one, "approver", approver);
			this.free.check(one, "reason", reason);
			if (from != null && to != null && to.isBefore(from)) {
				one.problem("to").say("ends-before-start", from);
			}
			else if (requirement != null && from != null && to != null && approver != null && reason != null) {
				exemptions.add(new Exemption(requirement, from, to, approver, reason));
			}
		}
		return exemptions;
	}

	Map<String, SortedMap<Period, Object>> history() {
		Map<String, SortedMap<Period, Object>> history = new LinkedHashMap<>();
		Fields inner = this.data.inner("history");
		for (String name : inner.names()) {
			Datum datum = this.data.datum(inner, name, true);
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
				else if (this.door && (at.get().to().isAfter(this.period.to()) || at.get().equals(this.period))) {
					this.problems.at(this.file, dated.keyPosition(written), dated.pathOf(written))
						.found(written)
						.say("history-not-before", this.period);
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

	Map<String, Peers> peers() {
		Map<String, Peers> peers = new LinkedHashMap<>();
		Fields inner = this.data.inner("peers");
		for (String name : inner.names()) {
			Datum datum = this.data.datum(inner, name, true);
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
