package se.uppdragskollen.selfreport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What two versions say differently of an element.
 *
 * @param element the element's id
 * @param before what the version before says, null when nothing
 * @param after what the later one says, null when nothing
 */
public record EntryChange(String element, @Nullable DraftEntry before, @Nullable DraftEntry after) {

	/** All changes, by element. */
	static List<EntryChange> between(Map<String, DraftEntry> before, Map<String, DraftEntry> after) {
		Set<String> elements = new TreeSet<>(before.keySet());
		elements.addAll(after.keySet());
		List<EntryChange> changes = new ArrayList<>();
		for (String element : elements) {
			DraftEntry old = before.get(element);
			DraftEntry newer = after.get(element);
			if (old == null || newer == null || !old.saysAs(newer)) {
				changes.add(new EntryChange(element, old, newer));
			}
		}
		return changes;
	}

}
