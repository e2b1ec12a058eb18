package se.uppdragskollen.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a change makes different in a unit's entry, for the log of who did what: the
 * fields, and the new value of those that hold no free text.
 */
final class UnitDifference {

	private static final Set<String> FREE_TEXT = Set.of(UnitEntry.NAME, UnitEntry.MUNICIPALITY, UnitEntry.OPERATOR_NAME,
			UnitEntry.PEER_GROUP);

	private UnitDifference() {
	}

	/** What is different, with the version that it leads to. */
	static Map<String, Object> between(Map<String, String> before, RegisteredUnit after) {
		List<String> fields = new ArrayList<>();
		Map<String, Object> details = new TreeMap<>();
		after.texts().forEach((field, text) -> {
			if (!text.equals(before.getOrDefault(field, ""))) {
				fields.add(field);
				if (!FREE_TEXT.contains(field)) {
					details.put(field, text);
				}
			}
		});
		details.put("fields", fields);
		details.put("version", after.version());
		return details;
	}

}
