package se.uppdragskollen.selfreport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.document.Position;
import se.uppdragskollen.document.Problem;

/**
 * A draft in the form of a report, for the reader that takes reports; and back: what is
 * wrong in the report, said of the draft.
 */
final class DraftTree {

	private static final Position NOWHERE = Position.NOWHERE;

	private DraftTree() {
	}

	/** The report that a draft's entries make. */
	static Node of(ReportKey key, LocalDate handedIn, Map<String, DraftEntry> entries) {
		Map<String, Node.Entry> values = new LinkedHashMap<>();
		Map<String, Node.Entry> notApplicable = new LinkedHashMap<>();
		List<Node> suppressed = new ArrayList<>();
		entries.forEach((element, entry) -> {
			if (entry.value() != null) {
				values.put(element, new Node.Entry(NOWHERE, value(entry.value())));
			}
			if (entry.notApplicable() != null) {
				notApplicable.put(element, text(entry.notApplicable()));
			}
			if (entry.suppressed()) {
				suppressed.add(new Node.Scalar(NOWHERE, Node.Kind.TEXT, element));
			}
		});
		Map<String, Node.Entry> top = new LinkedHashMap<>();
		top.put("unit", text(key.unit()));
		top.put("assignment", text(key.assignment()));
		top.put("period", text(key.period().toString()));
		top.put("handed_in", text(handedIn.toString()));
		top.put("values", new Node.Entry(NOWHERE, new Node.Mapping(NOWHERE, values)));
		top.put("not_applicable", new Node.Entry(NOWHERE, new Node.Mapping(NOWHERE, notApplicable)));
		top.put("suppressed", new Node.Entry(NOWHERE, new Node.Sequence(NOWHERE, suppressed)));
		return new Node.Mapping(NOWHERE, top);
	}

	private static Node.Entry text(String text) {
		return new Node.Entry(NOWHERE, new Node.Scalar(NOWHERE, Node.Kind.TEXT, text));
	}

	private static Node value(Object value) {
		if (value instanceof List<?> items) {
			return new Node.Sequence(NOWHERE,
					items.stream()
						.<Node>map((item) -> new Node.Scalar(NOWHERE, Node.Kind.TEXT, String.valueOf(item)))
						.toList());
		}
		if (value instanceof BigDecimal number) {
			return new Node.Scalar(NOWHERE, Node.Kind.NUMBER, number.toPlainString(), number);
		}
		Node.Kind kind = (value instanceof Boolean) ? Node.Kind.BOOLEAN : Node.Kind.TEXT;
		return new Node.Scalar(NOWHERE, kind, value.toString(), value.toString());
	}

	/** The element that a problem of the report is about, null for the whole report. */
	static @Nullable String element(Problem problem) {
		if (problem.path().equals("suppressed")) {
			return (problem.found() instanceof String element) ? element : null;
		}
		String[] parts = problem.path().split("[.\\[]", 3);
		return (parts.length > 1) ? parts[1] : null;
	}

	/** A problem of the report at its place in the draft. */
	static Problem inDraft(Problem problem) {
		String element = element(problem);
		if (element == null) {
			return problem;
		}
		String answer = problem.path().startsWith("values") ? DraftEntry.VALUE
				: problem.path().startsWith("suppressed") ? DraftEntry.SUPPRESSED : DraftEntry.NOT_APPLICABLE;
		return new Problem(problem.file(), problem.line(), problem.column(), "entries." + element + "." + answer,
				problem.key(), problem.holes(), problem.found(), problem.allowed(), problem.suggestion());
	}

}
