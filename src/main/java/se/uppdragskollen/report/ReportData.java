package se.uppdragskollen.report;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Datum;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problems;

/**
 * The elements and parts that a report may name, while it is read: those of its edition,
 * and, for a report judged by another, those of the edition in force.
 */
final class ReportData {

	private final Fields fields;

	private final ReportEditions editions;

	private final Edition edition;

	private final Period period;

	private final String file;

	private final Problems problems;

	ReportData(Fields fields, ReportEditions editions, Edition edition, Period period) {
		this.fields = fields;
		this.editions = editions;
		this.edition = edition;
		this.period = period;
		this.file = fields.file();
		this.problems = fields.problems();
	}

	Edition edition() {
		return this.edition;
	}

	Period period() {
		return this.period;
	}

	ReportEditions editions() {
		return this.editions;
	}

	Fields inner(String key) {
		Node node = this.fields.node(key);
		return Fields.open(this.file, key, (node != null) ? node : new Node.Mapping(this.fields.position(), Map.of()),
				this.problems);
	}

	/**
	 * The datum of this name, or null when there is none or the edition does not ask for
	 * it.
	 */
	@Nullable Datum datum(Fields inner, String name, boolean derivedToo) {
		Optional<Datum> datum = this.edition.datum(name);
		if (datum.isPresent() && (derivedToo || datum.get() instanceof Element)) {
			return datum.get();
		}
		if (datum.isPresent()) {
			this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
				.found(name)
				.say("derived-reported");
		}
		else if (name.matches("\\d+")) {
			this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name)).found(name).say("decimal-comma");
		}
		else if (!this.editions.knownElsewhere(name, this.period)) {
			this.problems.at(this.file, inner.keyPosition(name), inner.pathOf(name))
				.found(name)
				.allowedNames(this.edition.elements().keySet())
				.say("unknown-element");
		}
		return null;
	}

}
