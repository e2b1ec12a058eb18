package se.uppdragskollen.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.assignment.Requirement;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Problem;
import se.uppdragskollen.document.Problems;
import se.uppdragskollen.report.Report;
import se.uppdragskollen.report.ReportReader;

/**
 * Reads the cases of one requirement that hold for one edition.
 */
final class CaseFileReader {

	private final Edition edition;

	private final List<String> editions;

	private final Base base;

	private final ReportReader reader;

	private final Problems problems;

	/**
	 * A reader.
	 * @param edition the edition whose cases are wanted
	 * @param editions the ids of all the assignment's editions
	 */
	CaseFileReader(Edition edition, List<String> editions, Base base, ReportReader reader, Problems problems) {
		this.edition = edition;
		this.editions = editions;
		this.base = base;
		this.reader = reader;
		this.problems = problems;
	}

	List<Case> read(String file, String fileName, Node tree) {
		Fields fields = Fields.of(file, "", tree, this.problems, "requirement", "cases");
		String requirement = fields.text("requirement");
		if (requirement != null && !fileName.equals(requirement + ".yaml")) {
			fields.problem("requirement").say("case-file-name", fileName);
		}
		fields.required("cases");
		List<Case> cases = new ArrayList<>();
		Set<String> names = new HashSet<>();
		int i = 0;
		for (Node item : fields.items("cases")) {
			Fields one = Fields.of(file, "cases[" + i++ + "]", item, this.problems, "name", "editions", "period",
					"given", "without", "suppressed", "not_applicable", "registers", "signals", "no_signals",
					"exemptions", "history", "peers", "expect");
			Case read = one(one, requirement);
			if (read != null && !names.add(read.name())) {
				one.problem("name").say("case-name-twice");
			}
			else if (read != null) {
				cases.add(read);
			}
		}
		return cases;
	}

	private @Nullable Case one(Fields fields, @Nullable String id) {
		String name = fields.text("name");
		if (!concerns(fields) || name == null || id == null) {
			return null;
		}
		Requirement requirement = this.edition.requirements().get(id);
		if (requirement == null) {
			this.problems.at(fields.file(), fields.positionOf("editions"), fields.pathOf("editions"))
				.found(id)
				.allowedNames(this.edition.requirements().keySet())
				.say("unknown-requirement");
			return null;
		}
		Period period = fields.has("period") ? Periods.read(this.edition, fields, "period", requirement.period())
				: this.base.periods().get(requirement.period());
		Expectation expected = new ExpectationReader(this.edition).read(fields, "expect");
		withdrawn(fields);
		Report report = (period == null) ? null : report(fields, period);
		return (report == null || expected == null) ? null
				: new Case(fields.file(), fields.position(), id, name, report, expected);
	}

	private boolean concerns(Fields fields) {
		fields.required("editions");
		List<String> named = fields.texts("editions");
		if (named.isEmpty() && fields.has("editions")) {
			fields.problem("editions").allowedNames(this.editions).say("case-without-edition");
		}
		for (String one : named) {
			if (!this.editions.contains(one)) {
				this.problems.at(fields.file(), fields.positionOf("editions"), fields.pathOf("editions"))
					.found(one)
					.allowedNames(this.editions)
					.say("unknown-edition");
			}
		}
		return named.contains(this.edition.id());
	}

	/** What a case takes away must be something. */
	private void withdrawn(Fields fields) {
		for (String element : fields.texts("without")) {
			if (this.edition.datum(element).isEmpty()) {
				this.problems.at(fields.file(), fields.positionOf("without"), fields.pathOf("without"))
					.found(element)
					.allowedNames(this.edition.elements().keySet())
					.say("unknown-element");
			}
		}
		List<String> counterparts = Arrays.stream(Counterpart.values()).map(Counterpart::word).toList();
		for (String from : fields.texts("no_signals")) {
			if (!counterparts.contains(from)) {
				this.problems.at(fields.file(), fields.positionOf("no_signals"), fields.pathOf("no_signals"))
					.found(from)
					.allowedNames(counterparts)
					.say("unknown-word");
			}
		}
	}

	private @Nullable Report report(Fields fields, Period period) {
		ReportParts parts = this.base.parts().copy();
		parts.differ(fields);
		Problems own = new Problems();
		Report report = this.reader
			.read(fields.file(), parts.report(fields.position(), CaseReader.head(this.edition, period)), own)
			.orElse(null);
		for (Problem one : own.all()) {
			String path = one.path().startsWith("values") ? "given" + one.path().substring("values".length())
					: one.path();
			this.problems.add(new Problem(one.file(), one.line(), one.column(), fields.pathOf(path), one.key(),
					one.holes(), one.found(), one.allowed(), one.suggestion()));
		}
		return report;
	}

}
