package se.uppdragskollen.followup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.assignment.Requirement;

/**
 * Which requirement of an edition continues which of the editions before. A requirement
 * is known by its first id. When several continue the same one, the one that kept its id
 * (or else the first) carries it on, and the others begin anew.
 */
final class Lineage {

	private final Map<String, Map<String, String>> byEdition = new HashMap<>();

	private final Map<String, Set<String>> ids = new HashMap<>();

	/**
	 * The lineage through these editions.
	 * @param editions the oldest first
	 */
	Lineage(List<Edition> editions) {
		for (Edition edition : editions) {
			String continued = edition.continues();
			Map<String, String> before = (continued == null) ? Map.of()
					: this.byEdition.getOrDefault(continued, Map.of());
			Map<String, String> own = own(edition, before);
			this.byEdition.put(edition.id(), own);
			own.forEach((id, first) -> this.ids.computeIfAbsent(first, (key) -> new TreeSet<>()).add(id));
		}
	}

	private static Map<String, String> own(Edition edition, Map<String, String> before) {
		Map<String, String> own = new HashMap<>();
		Set<String> taken = new HashSet<>();
		List<Requirement> keepers = new ArrayList<>();
		List<Requirement> others = new ArrayList<>();
		edition.requirements()
			.values()
			.forEach((one) -> (Objects.equals(one.continues(), one.id()) ? keepers : others).add(one));
		keepers.addAll(others);
		for (Requirement one : keepers) {
			String first = first(one.continues(), before);
			own.put(one.id(), (first != null && taken.add(first)) ? first : one.id());
		}
		return own;
	}

	private static @Nullable String first(@Nullable String continued, Map<String, String> before) {
		return (continued == null) ? null : before.getOrDefault(continued, continued);
	}

	/** The first id of a requirement. */
	String of(String edition, String requirement) {
		return this.byEdition.getOrDefault(edition, Map.of()).getOrDefault(requirement, requirement);
	}

	/** The first ids of all that is or was called so. */
	Set<String> firstIdsOf(String requirement) {
		Set<String> first = new TreeSet<>();
		this.byEdition.values().forEach((own) -> {
			String one = own.get(requirement);
			if (one != null) {
				first.add(one);
			}
		});
		return first;
	}

	/** All ids that a requirement has had. */
	Set<String> idsOf(String lineage) {
		return this.ids.getOrDefault(lineage, Set.of(lineage));
	}

}
