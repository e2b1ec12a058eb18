package se.uppdragskollen.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.language.Bilingual;

/**
 * Reads what a unit says of itself: its values, what does not apply to it and what it
 * withholds.
 */
final class SelfReportReader {

	private final String file;

	private final Fields fields;

	private final Problems problems;

	private final ReportData data;

	private final ValueReader valueReader;

	private final FreeText free;

	/** Whether what cannot be true is refused. */
	private final boolean door;

	private final Edition edition;

	private final Period period;

	SelfReportReader(Fields fields, ReportData data, ValueReader valueReader, boolean door) {
		this.file = fields.file();
		this.fields = fields;
		this.problems = fields.problems();
		this.data = data;
		this.valueReader = valueReader;
		this.free = new FreeText(fields.problems(), door);
		this.door = door;
		this.edition = data.edition();
		this.period = data.period();
	}

	Map<String, Object> values() {
		Map<String, Object> values = new HashMap<>();
		Fields inner = this.data.inner("values");
		for (String name : inner.names()) {
			Datum datum = this.data.datum(inner, name, false);
			Node node = inner.node(name);
			if (datum instanceof Element element && !element.selfReported()) {
				this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
					.found(name)
					.say("not-self-reported", this.edition.registerName(element.from()));
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

	Map<String, String> notApplicable(Map<String, Object> values) {
		Map<String, String> reasons = new HashMap<>();
		Fields inner = this.data.inner("not_applicable");
		for (String name : inner.names()) {
			Datum datum = this.data.datum(inner, name, false);
			String reason = reason(inner, name);
			if (this.door && datum instanceof Element element && !element.mayBeNotApplicable()) {
				this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
					.found(name)
					.say("must-be-answered");
			}
			else if (values.containsKey(name)) {
				this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
					.found(name)
					.say("value-and-not-applicable");
			}
			else if (datum != null && reason != null && this.free.fits(inner, name, reason)) {
				reasons.put(name, reason.strip());
			}
		}
		return reasons;
	}

	private static @Nullable String reason(Fields inner, String name) {
		Node node = inner.node(name);
		if (node == null || node instanceof Node.Scalar scalar && scalar.raw().isBlank()) {
			inner.problem(name).say("reason-expected");
			return null;
		}
		return inner.text(name);
	}

	Set<String> suppressed(Map<String, Object> values, Map<String, String> notApplicable) {
		Set<String> suppressed = new LinkedHashSet<>();
		for (String name : this.fields.texts("suppressed")) {
			if (this.edition.datum(name).isEmpty()) {
				if (!this.data.editions().knownElsewhere(name, this.period)) {
					this.problems.at(this.file, this.fields.positionOf("suppressed"), "suppressed")
						.found(name)
						.allowedNames(this.edition.elements().keySet())
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

	void parts(Set<Parts.Part> parts, Map<String, Object> values) {
		if (!this.door) {
			return;
		}
		for (Parts.Part pair : parts) {
			if (values.get(pair.part()) instanceof BigDecimal part
					&& values.get(pair.whole()) instanceof BigDecimal whole && part.compareTo(whole) > 0) {
				Fields inner = this.data.inner("values");
				inner.problem(pair.part())
					.say("part-above-whole",
							this.edition.datum(pair.whole()).map(Datum::label).orElse(Bilingual.same(pair.whole())),
							whole);
			}
		}
	}

}
