package se.uppdragskollen.authoring;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.document.Fields;
import se.uppdragskollen.document.Node;
import se.uppdragskollen.evaluation.FindingKind;
import se.uppdragskollen.evaluation.OutcomeKind;

/**
 * Reads what is expected: an outcome's word, or a mapping that says more.
 */
final class ExpectationReader {

	private final Edition edition;

	ExpectationReader(Edition edition) {
		this.edition = edition;
	}

	/** What stands under a key, or null when a problem was told. */
	@Nullable Expectation read(Fields fields, String key) {
		Node node = fields.required(key);
		if (node == null) {
			return null;
		}
		if (!(node instanceof Node.Mapping)) {
			OutcomeKind outcome = fields.word(key, OutcomeKind.class);
			return (outcome == null) ? null : new Expectation(outcome, null, null, null, null, null);
		}
		Fields more = Fields.of(fields.file(), fields.pathOf(key), node, fields.problems(), "outcome", "severity",
				"finding", "margin", "smallest_change", "points");
		OutcomeKind outcome = more.word("outcome", OutcomeKind.class);
		Severity severity = more.optionalWord("severity", Severity.class);
		FindingKind finding = more.optionalWord("finding", FindingKind.class);
		BigDecimal margin = more.optionalNumber("margin");
		Map<String, Object> change = more.has("smallest_change") ? change(more) : null;
		BigDecimal points = more.optionalNumber("points");
		return (outcome == null) ? null : new Expectation(outcome, severity, finding, margin, change, points);
	}

	private Map<String, Object> change(Fields fields) {
		Map<String, Object> change = new LinkedHashMap<>();
		fields.children("smallest_change").forEach((element, node) -> {
			if (this.edition.datum(element).isEmpty()) {
				fields.problems()
					.at(fields.file(), node.position(), fields.pathOf("smallest_change." + element))
					.found(element)
					.allowedNames(this.edition.elements().keySet())
					.say("unknown-element");
			}
			change.put(element, value(node));
		});
		return change;
	}

	private static Object value(Node node) {
		if (node instanceof Node.Scalar scalar) {
			BigDecimal number = scalar.number();
			return (number != null) ? number
					: ((scalar.kind() == Node.Kind.BOOLEAN) ? scalar.raw().equals("true") : scalar.raw());
		}
		return (node instanceof Node.Sequence sequence) ? sequence.items().stream().map(Node::shown).toList()
				: List.of();
	}

}
