package se.uppdragskollen.report;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Element;
import se.uppdragskollen.rule.Rule;
import se.uppdragskollen.rule.Statement;
import se.uppdragskollen.rule.Takes;

/**
 * Which counts are parts of which others in an edition: as the elements say, and as the
 * shares in its rules need.
 */
public final class Parts {

	private Parts() {
	}

	/** A count that cannot exceed the whole's. */
	public record Part(String part, String whole) {

	}

	public static Set<Part> of(Edition edition) {
		Set<Part> parts = new LinkedHashSet<>();
		for (Element element : edition.elements().values()) {
			if (element.partOf() != null) {
				parts.add(new Part(element.id(), Objects.requireNonNull(element.partOf())));
			}
		}
		for (Rule rule : edition.rules()) {
			for (Statement statement : rule.statements()) {
				if (statement instanceof Statement.Obligation share && share.word().takes().get(0) == Takes.PART) {
					String part = share.arguments().get(0).text();
					String whole = share.arguments().get(1).text();
					if (edition.elements().containsKey(part) && edition.elements().containsKey(whole)) {
						parts.add(new Part(part, whole));
					}
				}
			}
		}
		return parts;
	}

}
